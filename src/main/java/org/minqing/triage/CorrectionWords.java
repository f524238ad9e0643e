package org.minqing.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Judgement;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.triage.Correction.Became;
import org.springframework.stereotype.Component;

/** A correction in words for people, and in codes for the ledger. Neither says why: that is for colleagues alone. */
@Component
class CorrectionWords {

    private final AppealTypes types;
    private final Categories categories;
    private final Localities localities;
    private final Holdings holdings;

    CorrectionWords(AppealTypes types, Categories categories, Localities localities, Holdings holdings) {
        this.types = types;
        this.categories = categories;
        this.localities = localities;
        this.holdings = holdings;
    }

    /** What changed: the urgency above all, such as {@code 由一般改为特急}; else what it is and where. */
    String change(Appeal appeal, Correction c) {
        var before = c.before();
        var after = c.after();
        var parts = new ArrayList<String>();
        var locality = localities.get(appeal.locality());
        say(parts, "", before.decision().urgencyName(), after.decision().urgencyName());
        say(parts, "类型", types.typeName(locality.code(), before.type()), types.typeName(locality.code(), after.type()));
        say(
                parts,
                "类别",
                categories.nameOf(locality.code(), before.category()),
                categories.nameOf(locality.code(), after.category()));
        say(parts, "地点", UnitTree.name(locality, before.unit()), UnitTree.name(locality, after.unit()));
        if (parts.isEmpty()) {
            say(parts, "影响人数", people(before), people(after));
        }
        return parts.isEmpty() ? "情况有更正" : String.join("，", parts);
    }

    private static String people(Judgement j) {
        var people = j.facts().peopleAffected();
        return people == 0 ? "未知" : people + "人";
    }

    /** For the resident too. */
    String told(Appeal appeal, Correction c) {
        var same = c.before().decision().who().equals(c.after().decision().who());
        return "研判更正：" + change(appeal, c) + "，" + (same ? "仍由" : "改由") + who(appeal, c.after()) + "承办";
    }

    private String who(Appeal appeal, Judgement j) {
        var who = j.decision().who();
        var locality = localities.get(appeal.locality());
        return holdings.find(Holding.group(who.unit(), who.post()))
                .map(Holding::label)
                .orElseGet(() -> UnitTree.name(locality, who.unit()));
    }

    /** As what somebody decided on the longer limits. */
    String approver(Appeal appeal, Correction c) {
        var post = c.step(Became.ASKED).orElseThrow().words();
        return localities.get(appeal.locality()).holdersOf(post, appeal.unit()).stream()
                .findFirst()
                .map(Holding::label)
                .orElse("工作人员");
    }

    /** Such as {@code urgency=normal>emergency;facts=danger,safetyRisk}: what changed and nothing else. */
    String codes(Correction c) {
        var before = c.before();
        var after = c.after();
        var codes = new ArrayList<String>();
        code(codes, "type", before.type(), after.type());
        code(codes, "category", before.category(), after.category());
        code(codes, "place", before.unit(), after.unit());
        code(codes, "urgency", before.decision().urgency(), after.decision().urgency());
        code(
                codes,
                "tier",
                before.decision().tier().tier(),
                after.decision().tier().tier());
        code(
                codes,
                "leadPost",
                before.decision().who().post(),
                after.decision().who().post());
        code(
                codes,
                "leadUnit",
                before.decision().who().unit(),
                after.decision().who().unit());
        var known = before.facts().asMap();
        var facts = after.facts().asMap().entrySet().stream()
                .filter(fact -> !Objects.equals(fact.getValue(), known.get(fact.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(","));
        if (!facts.isEmpty()) {
            codes.add("facts=" + facts);
        }
        return String.join(";", codes);
    }

    private static void say(List<String> parts, String what, String before, String after) {
        if (!before.equals(after)) {
            parts.add(what + "由" + before + "改为" + after);
        }
    }

    private static void code(List<String> codes, String what, String before, String after) {
        if (!before.equals(after)) {
            codes.add(what + "=" + before + ">" + after);
        }
    }
}
