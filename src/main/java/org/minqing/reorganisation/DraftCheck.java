package org.minqing.reorganisation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.minqing.organisation.Localities;
import org.minqing.organisation.OrganisationDraft;
import org.minqing.organisation.OrganisationDraft.Entry;
import org.minqing.organisation.OrganisationDraft.Level;
import org.minqing.organisation.Post;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether a draft could be put into force today, in the words of whoever made it. */
@Component
class DraftCheck {

    private final Localities localities;
    private final UnitUse use;
    private final ObjectProvider<InStep> inStep;

    DraftCheck(Localities localities, UnitUse use, ObjectProvider<InStep> inStep) {
        this.localities = localities;
        this.use = use;
        this.inStep = inStep;
    }

    /** One sentence for each thing that is in the way; empty if nothing is. */
    List<String> faults(String locality, OrganisationDraft draft) {
        var faults = new ArrayList<String>();
        twice(draft, faults);
        gone(localities.draft(locality), draft, faults);
        divided(draft, faults);
        var others = localities.faults(locality, draft);
        others.forEach(fault -> faults.add("组织结构不成立：" + fault));
        if (others.isEmpty()) {
            var missing = inStep.getObject().missing(localities.with(locality, draft));
            if (!missing.isEmpty()) {
                faults.add("这些岗位没有单位担任，或者有几个职能部门担任，诉求会没有人办：" + names(draft, missing));
            }
        }
        return faults;
    }

    private static String names(OrganisationDraft draft, List<String> posts) {
        return posts.stream()
                .map(code -> draft.posts().stream()
                        .filter(post -> post.code().equals(code))
                        .map(Post::name)
                        .findFirst()
                        .orElse(code))
                .collect(Collectors.joining("、"));
    }

    private static void twice(OrganisationDraft draft, List<String> faults) {
        var seen = new HashSet<String>();
        draft.entries().stream()
                .filter(entry -> !seen.add(entry.name()))
                .forEach(entry -> faults.add("有两个单位都叫“" + entry.name() + "”，单独写出来分不清"));
    }

    /** A unit or a post that goes must have nothing and nobody any more. */
    private void gone(OrganisationDraft before, OrganisationDraft draft, List<String> faults) {
        for (var unit : before.entries()) {
            var now = draft.entry(unit.code());
            if (now.isEmpty()) {
                refuse(unit.name() + "不能撤销", use.of(unit), faults);
            } else {
                unit.posts().stream()
                        .filter(post -> !now.get().posts().contains(post))
                        .forEach(post -> refuse(
                                unit.name() + "不能去掉" + names(draft, List.of(post)),
                                use.ofPost(unit.code(), post),
                                faults));
            }
        }
    }

    private static void refuse(String what, List<String> uses, List<String> faults) {
        if (!uses.isEmpty()) {
            faults.add(what + "：还有" + String.join("、", uses));
        }
    }

    /** People live in the smallest units: one that is divided has none of its own any more. */
    private void divided(OrganisationDraft draft, List<String> faults) {
        var offices =
                draft.levels().stream().filter(Level::office).map(Level::code).collect(Collectors.toSet());
        Set<String> above = draft.entries().stream()
                .filter(entry -> !offices.contains(entry.level()) && entry.parent() != null)
                .map(Entry::parent)
                .collect(Collectors.toSet());
        draft.entries().stream()
                .filter(entry -> above.contains(entry.code()) && use.households(entry.code()) > 0)
                .forEach(entry -> faults.add(entry.name() + "还有住户记在它名下，不能在下面再分单位；请先把住户改到别的单位"));
    }
}
