package org.minqing.process.appeal;

import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minqing.addition.Additions;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.ClockKind;
import org.minqing.appeal.Timeline;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.minqing.attachment.AttachmentKind;
import org.minqing.attachment.Attachments;
import org.minqing.feedback.ContactChecks;
import org.minqing.hints.AppealHints;
import org.minqing.joint.Opinions;
import org.minqing.merging.Together;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.question.QuestionState;
import org.minqing.question.ResidentQuestion;
import org.minqing.question.ResidentQuestions;
import org.minqing.sla.Clock;
import org.minqing.sla.Clocks;
import org.minqing.sla.LimitChanges;
import org.minqing.split.SubCases;
import org.minqing.summary.Comparison;
import org.minqing.summary.Summaries;
import org.minqing.time.Spans;
import org.minqing.time.Times;
import org.minqing.triage.LongerLimits;
import org.springframework.stereotype.Component;

/** What every form shows above its fields: the variable {@code appeal}, made when somebody looks and stored nowhere. */
@Component
class AppealCard {

    private final Appeals appeals;
    private final Localities localities;
    private final AppealTypes types;
    private final Categories categories;
    private final Clocks clocks;
    private final Timeline timeline;
    private final LimitChanges changes;
    private final ContactChecks checks;
    private final Summaries summaries;
    private final AppealHints hints;
    private final LongerLimits longer;
    private final ResidentQuestions questions;
    private final Opinions opinions;
    private final Together together;
    private final SubCases subCases;
    private final Additions additions;
    private final Attachments attachments;
    private final InstantSource clock;

    AppealCard(
            Appeals appeals,
            Localities localities,
            AppealTypes types,
            Categories categories,
            Clocks clocks,
            Timeline timeline,
            LimitChanges changes,
            ContactChecks checks,
            Summaries summaries,
            AppealHints hints,
            LongerLimits longer,
            ResidentQuestions questions,
            Opinions opinions,
            Together together,
            SubCases subCases,
            Additions additions,
            Attachments attachments,
            InstantSource clock) {
        this.appeals = appeals;
        this.localities = localities;
        this.types = types;
        this.categories = categories;
        this.clocks = clocks;
        this.timeline = timeline;
        this.changes = changes;
        this.checks = checks;
        this.summaries = summaries;
        this.hints = hints;
        this.longer = longer;
        this.questions = questions;
        this.opinions = opinions;
        this.together = together;
        this.subCases = subCases;
        this.additions = additions;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** The card by field name; its contact data is behind {@code link}, where each look is written down. */
    Map<String, Object> of(Appeal appeal) {
        var locality = localities.get(appeal.locality());
        var running = clocks.of(appeal.number());
        var card = new LinkedHashMap<String, Object>();
        card.put("number", appeal.number());
        card.put("title", appeal.title());
        card.put("place", UnitTree.place(locality, appeal.unit(), appeal.address()));
        card.put("typeName", types.typeName(appeal.locality(), appeal.type()));
        card.put("categoryName", categories.nameOf(appeal.locality(), appeal.category()));
        card.put("urgencyName", appeal.urgencyName());
        card.put("tierName", appeal.tierName());
        card.put("channelName", locality.channelName(appeal.channel()));
        card.put("description", appeals.originalWords(appeal.number()));
        card.put(
                "additions",
                additions.ofAll(appeal.number()).stream()
                        .map(said -> Map.of("at", Times.words(said.at()), "words", said.words()))
                        .toList());
        card.put("files", files(appeal));
        card.put("summary", summary(appeal.number()));
        card.put("respondBy", limit(running, ClockKind.RESPOND));
        card.put("arriveBy", limit(running, ClockKind.ARRIVE));
        card.put("resolveBy", limit(running, ClockKind.RESOLVE));
        card.put("timeLeft", timeLeft(running));
        card.put("link", link(appeal.number()));
        card.put("unitName", UnitTree.name(locality, appeal.handlingUnit(), ""));
        card.put("hints", Collections.singletonMap("text", hints.line(appeal)));
        card.put(
                "questions",
                questions.of(appeal.number()).stream().map(this::question).toList());
        card.put(
                "together",
                Collections.singletonMap("text", together.line(appeal).orElse(null)));
        card.put("timeline", timeline(appeal));
        card.put("limitChange", Collections.singletonMap("text", limitChange(appeal)));
        card.put(
                "correction",
                Collections.singletonMap(
                        "text", longer.question(appeal.number()).orElse(null)));
        card.put(
                "joint",
                Collections.singletonMap("text", opinions.words(appeal.number()).orElse(null)));
        card.put(
                "split", Collections.singletonMap("text", subCases.words(appeal).orElse(null)));
        card.put(
                "contactCheck",
                Collections.singletonMap(
                        "text", checks.question(appeal.number()).orElse(null)));
        return card;
    }

    /** The newest, beside the resident's words; null if nobody wrote one. */
    private Map<String, Object> summary(String number) {
        return summaries.of(number).stream()
                .findFirst()
                .map(newest -> {
                    var compared = Comparison.of(appeals.originalWords(number), newest.text());
                    return Map.of(
                            "by", "第 " + newest.number() + " 版，" + Times.words(newest.at()) + " " + newest.writtenAs(),
                            "original", parts(compared.original()),
                            "words", parts(compared.summary()));
                })
                .orElse(null);
    }

    private static List<Map<String, Object>> parts(List<Comparison.Part> parts) {
        return parts.stream()
                .map(part -> Map.<String, Object>of("text", part.text(), "own", part.own()))
                .toList();
    }

    /** Ids and no bytes: whoever opens one is asked again whether he may see it. */
    private List<Map<String, String>> files(Appeal appeal) {
        return attachments.ofAll(appeal).stream()
                .filter(file -> file.hidden() == null)
                .map(file -> {
                    var line = new LinkedHashMap<String, String>();
                    line.put("link", link(appeal.number()) + "/attachments/" + file.id());
                    line.put("small", file.kind() == AttachmentKind.PHOTO ? line.get("link") + "?small" : null);
                    line.put("label", file.label());
                    line.put(
                            "words",
                            file.transcript() == null ? null : file.transcript().words());
                    return (Map<String, String>) line;
                })
                .toList();
    }

    /** What waits to be granted or refused; null if nothing does. */
    private String limitChange(Appeal appeal) {
        return changes.waiting(appeal.number())
                .map(request -> "申请" + request.words() + "：" + request.explanation())
                .orElse(null);
    }

    static String link(String number) {
        return "/desk/appeals/" + number;
    }

    private static String limit(List<Clock> clocks, ClockKind kind) {
        return Clock.last(clocks, kind)
                .map(c -> Times.end(c.dueAt())
                        + (c.outcome() == null ? "" : "（" + c.outcome().label() + "）"))
                .orElse("—");
    }

    private String timeLeft(List<Clock> clocks) {
        return clocks.stream()
                .filter(c -> c.stoppedAt() == null)
                .min((a, b) -> a.dueAt().compareTo(b.dueAt()))
                .map(c -> c.kind().label() + Spans.left(clock.instant(), c.dueAt()))
                .orElse("—");
    }

    private Map<String, String> question(ResidentQuestion q) {
        var state = q.at(clock.instant());
        var told = new LinkedHashMap<String, String>();
        told.put("question", q.question());
        told.put(
                "state",
                state == QuestionState.ANSWERED
                        ? q.answeredAs() + "答复"
                        : state.label() + "（期限" + Times.end(q.expiresAt()) + "）");
        told.put("answer", q.answer());
        return told;
    }

    private List<Map<String, String>> timeline(Appeal appeal) {
        return timeline.of(appeal.number()).stream()
                .map(e -> Map.of("at", Times.words(e.at()), "who", e.as(), "what", e.text()))
                .toList();
    }
}
