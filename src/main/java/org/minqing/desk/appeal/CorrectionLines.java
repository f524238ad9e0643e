package org.minqing.desk.appeal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Judgement;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.minqing.appeal.kind.DangerKind;
import org.minqing.code.Coded;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Post;
import org.minqing.organisation.UnitTree;
import org.minqing.time.Times;
import org.minqing.triage.Correction;
import org.minqing.triage.Correction.Became;
import org.minqing.triage.Corrections;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What was judged before and what since, in words: the old judgement stays readable for ever. */
@Component
public class CorrectionLines {

    private static final String WHAT = "correction.what.";
    private static final String FACT = "field.facts.";

    private final Corrections corrections;
    private final AppealTypes types;
    private final Categories categories;
    private final Localities localities;
    private final MessageSource messages;

    CorrectionLines(
            Corrections corrections,
            AppealTypes types,
            Categories categories,
            Localities localities,
            MessageSource messages) {
        this.corrections = corrections;
        this.types = types;
        this.categories = categories;
        this.localities = localities;
        this.messages = messages;
    }

    /** Oldest first. */
    public List<AppealSheet.CorrectionLine> of(Appeal appeal) {
        var locality = localities.get(appeal.locality());
        return corrections.of(appeal.number()).stream()
                .map(c -> line(locality, c))
                .toList();
    }

    private AppealSheet.CorrectionLine line(Locality locality, Correction c) {
        return new AppealSheet.CorrectionLine(
                Times.iso(c.at()),
                c.as(),
                c.reason(),
                changes(locality, c.before(), c.after()),
                state(c).name().toLowerCase(Locale.ROOT),
                c.step(Became.GRANTED)
                        .or(() -> c.step(Became.REFUSED))
                        .map(Correction.Step::words)
                        .orElse(null));
    }

    /** What somebody decided says more than that it took effect since. */
    private static Became state(Correction c) {
        return Stream.of(Became.GRANTED, Became.REFUSED, Became.LAPSED, Became.ASKED)
                .filter(became -> c.step(became).isPresent())
                .findFirst()
                .orElse(Became.APPLIED);
    }

    private List<AppealSheet.Change> changes(Locality locality, Judgement before, Judgement after) {
        var changes = new ArrayList<AppealSheet.Change>();
        var code = locality.code();
        add(
                changes,
                "urgency",
                before.decision().urgencyName(),
                after.decision().urgencyName());
        add(changes, "type", types.typeName(code, before.type()), types.typeName(code, after.type()));
        add(changes, "category", categories.nameOf(code, before.category()), categories.nameOf(code, after.category()));
        add(changes, "place", UnitTree.name(locality, before.unit()), UnitTree.name(locality, after.unit()));
        add(
                changes,
                "tier",
                before.decision().tier().name(),
                after.decision().tier().name());
        add(changes, "lead", lead(locality, before), lead(locality, after));
        var known = before.facts().asMap();
        after.facts().asMap().forEach((name, value) -> add(changes, FACT, name, words(known.get(name)), words(value)));
        return changes;
    }

    private void add(List<AppealSheet.Change> changes, String what, String before, String after) {
        add(changes, WHAT, what, before, after);
    }

    private void add(List<AppealSheet.Change> changes, String kind, String what, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new AppealSheet.Change(word(kind, what), before, after));
        }
    }

    private static String lead(Locality locality, Judgement j) {
        var who = j.decision().who();
        return UnitTree.name(locality, who.unit())
                + locality.post(who.post()).map(Post::name).orElse(who.post());
    }

    private String words(Object fact) {
        if (fact instanceof Boolean yes) {
            return word(yes ? "yes" : "no");
        }
        var text = String.valueOf(fact);
        return text.isEmpty()
                ? word("none")
                : Coded.find(DangerKind.class, text).map(DangerKind::label).orElse(text);
    }

    private String word(String what) {
        return word(WHAT, what);
    }

    private String word(String kind, String what) {
        return messages.getMessage(kind + what, null, Locale.CHINA);
    }
}
