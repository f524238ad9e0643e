package org.minqing.portal;

import java.util.List;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.ClockKind;
import org.minqing.appeal.Timeline;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.minqing.feedback.ContactClaim;
import org.minqing.feedback.ContactGuard;
import org.minqing.feedback.ResidentQuestion;
import org.minqing.feedback.ResidentQuestions;
import org.minqing.hints.AppealHints;
import org.minqing.hints.Call;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.problem.Refusal;
import org.minqing.sla.Clock;
import org.minqing.sla.Clocks;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;

/** Shows an appeal to whoever holds its tracking code. */
@Service
class Tracking {

    private final Appeals appeals;
    private final Localities localities;
    private final AppealTypes types;
    private final Categories categories;
    private final Clocks clocks;
    private final Timeline timeline;
    private final ContactGuard contacts;
    private final AppealHints hints;
    private final ResidentQuestions questions;

    Tracking(
            Appeals appeals,
            Localities localities,
            AppealTypes types,
            Categories categories,
            Clocks clocks,
            Timeline timeline,
            ContactGuard contacts,
            AppealHints hints,
            ResidentQuestions questions) {
        this.appeals = appeals;
        this.localities = localities;
        this.types = types;
        this.categories = categories;
        this.clocks = clocks;
        this.timeline = timeline;
        this.contacts = contacts;
        this.hints = hints;
        this.questions = questions;
    }

    /** @throws Refusal if no appeal has that code */
    public TrackedAppeal of(String trackingCode) {
        var appeal = appeals.findByTrackingCode(trackingCode).orElseThrow(Refusal::notFound);
        var locality = localities.get(appeal.locality());
        var all = clocks.of(appeal.number());
        return new TrackedAppeal(
                appeal.number(),
                locality.name(),
                locality.deskPhone(),
                types.typeName(appeal.locality(), appeal.type()),
                categories.nameOf(appeal.locality(), appeal.category()),
                appeal.title(),
                appeals.originalWords(appeal.number()),
                appeal.status().name().toLowerCase(java.util.Locale.ROOT),
                appeal.status().label(),
                phases(locality, appeal),
                new TrackedAppeal.Promises(promise(all, ClockKind.RESPOND), promise(all, ClockKind.RESOLVE)),
                timeline.of(appeal.number()).stream()
                        .filter(Timeline.Entry::visible)
                        .map(e -> TrackedAppeal.Step.of(e.at(), e.as(), e.text()))
                        .toList(),
                appeal.status() == AppealStatus.FEEDBACK,
                !appeal.status().ended(),
                contacts.asked(appeal.number()).map(ContactClaim::words).orElse(null),
                questions.of(appeal.number()).stream().map(Tracking::question).toList());
    }

    private static TrackedAppeal.Question question(ResidentQuestion q) {
        return new TrackedAppeal.Question(
                Long.toString(q.id()), Times.words(q.askedAt()), q.askedAs(), q.question(), q.answer());
    }

    /**
     * What whoever has just filed it hears at once.
     *
     * @param suggested name of a category that fits better; null if none does
     */
    record Heard(List<Call> calls, String suggested) {}

    /** @throws Refusal if no appeal has that code */
    Heard heard(String trackingCode) {
        var appeal = appeals.findByTrackingCode(trackingCode).orElseThrow(Refusal::notFound);
        var hinted = hints.standing(appeal);
        return new Heard(
                hinted.call(),
                hinted.betterThan(appeal.category())
                        .map(code -> categories.nameOf(appeal.locality(), code))
                        .orElse(null));
    }

    private static List<TrackedAppeal.Phase> phases(Locality locality, Appeal appeal) {
        var keys = Locality.PHASES;
        var reached = keys.indexOf(appeal.status().phase());
        return keys.stream()
                .map(key -> new TrackedAppeal.Phase(locality.phases().get(key), keys.indexOf(key) <= reached))
                .toList();
    }

    private static TrackedAppeal.Promise promise(List<Clock> clocks, ClockKind kind) {
        return Clock.last(clocks, kind)
                .map(c -> new TrackedAppeal.Promise(
                        Times.iso(c.dueAt()),
                        Times.end(c.dueAt()),
                        c.outcome() == null ? null : c.outcome().label()))
                .orElse(null);
    }
}
