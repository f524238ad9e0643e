package org.minqing.desk.appeal;

import java.util.List;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Timeline;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.minqing.feedback.ResidentQuestion;
import org.minqing.feedback.ResidentQuestions;
import org.minqing.hints.AppealHints;
import org.minqing.hints.Call;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.security.StaffMember;
import org.minqing.sla.Clock;
import org.minqing.sla.Clocks;
import org.minqing.sla.Narration;
import org.minqing.summary.Summaries;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;

/** Puts together what staff see of an appeal. */
@Service
public class AppealSheets {

    private static final int MOST_REGISTERED = 10;

    private final Appeals appeals;
    private final Localities localities;
    private final AppealTypes types;
    private final Categories categories;
    private final Clocks clocks;
    private final Timeline timeline;
    private final ContactLines contacts;
    private final Summaries summaries;
    private final AppealHints hints;
    private final CorrectionLines corrections;
    private final ResidentQuestions questions;

    AppealSheets(
            Appeals appeals,
            Localities localities,
            AppealTypes types,
            Categories categories,
            Clocks clocks,
            Timeline timeline,
            ContactLines contacts,
            Summaries summaries,
            AppealHints hints,
            CorrectionLines corrections,
            ResidentQuestions questions) {
        this.appeals = appeals;
        this.localities = localities;
        this.types = types;
        this.categories = categories;
        this.clocks = clocks;
        this.timeline = timeline;
        this.contacts = contacts;
        this.summaries = summaries;
        this.hints = hints;
        this.corrections = corrections;
        this.questions = questions;
    }

    public AppealSheet of(Appeal a) {
        var locality = localities.get(a.locality());
        return new AppealSheet(
                a.number(),
                a.title(),
                appeals.originalWords(a.number()),
                summaries.of(a.number()).stream()
                        .map(v -> new AppealSheet.SummaryLine(v.number(), v.text(), Times.iso(v.at()), v.writtenAs()))
                        .toList(),
                locality.name(),
                UnitTree.place(locality, a.unit(), a.address()),
                locality.channelName(a.channel()),
                types.typeName(a.locality(), a.type()),
                categories.nameOf(a.locality(), a.category()),
                a.urgencyName(),
                a.tierName(),
                a.status().label(),
                UnitTree.name(locality, a.handlingUnit(), ""),
                a.round(),
                Times.iso(a.submittedAt()),
                a.mergedInto(),
                clocks(a.number()),
                contacts.of(a.number()),
                corrections.of(a),
                questions(a.number()),
                timeline.of(a.number()).stream()
                        .map(e -> new AppealSheet.Step(Times.iso(e.at()), e.as(), e.text(), e.visible()))
                        .toList());
    }

    /** What a registrar tells the resident on the phone: the number and, in groups of four, the code to follow it with. */
    record Registered(String number, String title, String code, String at, List<Call> calls) {}

    /** The latest that this registrar wrote down, newest first. */
    public List<Registered> registeredBy(StaffMember person) {
        return appeals.recordedBy(person.userId(), MOST_REGISTERED).stream()
                .map(a -> new Registered(
                        a.number(),
                        a.title(),
                        a.trackingCode().replaceAll("(.{4})(?=.)", "$1 "),
                        Times.words(a.submittedAt()),
                        hints.standing(a).call()))
                .toList();
    }

    List<AppealSheet.QuestionLine> questions(String number) {
        return questions.of(number).stream().map(AppealSheets::line).toList();
    }

    /** A question that waits for somebody to call the resident. */
    record Waiting(String number, String title, AppealSheet.QuestionLine question) {}

    List<Waiting> waiting(List<ResidentQuestion> open) {
        var about = appeals.all(
                open.stream().map(ResidentQuestion::appeal).distinct().toList());
        return open.stream()
                .filter(q -> about.containsKey(q.appeal()))
                .map(q -> new Waiting(q.appeal(), about.get(q.appeal()).title(), line(q)))
                .toList();
    }

    private static AppealSheet.QuestionLine line(ResidentQuestion q) {
        return new AppealSheet.QuestionLine(
                Long.toString(q.id()),
                Times.iso(q.askedAt()),
                q.askedAs(),
                q.question(),
                q.open() ? null : Times.iso(q.answeredAt()),
                q.answeredAs(),
                q.answer());
    }

    public List<AppealSheet.ClockLine> clocks(String number) {
        return clocks.of(number).stream()
                .map(c -> line(c, clocks.narrate(number, c)))
                .toList();
    }

    private static AppealSheet.ClockLine line(Clock c, Narration told) {
        return new AppealSheet.ClockLine(
                c.kind().label(),
                c.round(),
                Times.iso(c.dueAt()),
                c.outcome() == null ? null : c.outcome().label(),
                told.sentence(),
                told.steps());
    }
}
