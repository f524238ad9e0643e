package org.minqing.portal;

import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.minqing.addition.Additions;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.ClockKind;
import org.minqing.appeal.Timeline;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.minqing.attachment.AttachmentLine;
import org.minqing.attachment.Attachments;
import org.minqing.feedback.ContactClaim;
import org.minqing.feedback.ContactGuard;
import org.minqing.hints.AppealHints;
import org.minqing.hints.Call;
import org.minqing.merging.Reporters;
import org.minqing.merging.SharedSteps;
import org.minqing.organisation.Localities;
import org.minqing.problem.Refusal;
import org.minqing.progress.Phases;
import org.minqing.question.ResidentQuestions;
import org.minqing.sla.Clock;
import org.minqing.sla.Clocks;
import org.minqing.split.SubCases;
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
    private final Phases phases;
    private final InstantSource clock;
    private final Reporters reporters;
    private final SharedSteps shared;
    private final TrackedResults results;
    private final TrackedReviews reviews;
    private final SubCases subCases;
    private final Attachments attachments;
    private final Additions additions;

    Tracking(
            Appeals appeals,
            Localities localities,
            AppealTypes types,
            Categories categories,
            Clocks clocks,
            Timeline timeline,
            ContactGuard contacts,
            AppealHints hints,
            ResidentQuestions questions,
            Phases phases,
            InstantSource clock,
            Reporters reporters,
            SharedSteps shared,
            TrackedResults results,
            TrackedReviews reviews,
            SubCases subCases,
            Attachments attachments,
            Additions additions) {
        this.appeals = appeals;
        this.localities = localities;
        this.types = types;
        this.categories = categories;
        this.clocks = clocks;
        this.timeline = timeline;
        this.contacts = contacts;
        this.hints = hints;
        this.questions = questions;
        this.phases = phases;
        this.clock = clock;
        this.reporters = reporters;
        this.shared = shared;
        this.results = results;
        this.reviews = reviews;
        this.subCases = subCases;
        this.attachments = attachments;
        this.additions = additions;
    }

    /** @throws Refusal if no appeal has that code */
    public TrackedAppeal of(String trackingCode) {
        var appeal = appeals.findByTrackingCode(trackingCode).orElseThrow(Refusal::notFound);
        var locality = localities.get(appeal.locality());
        var progress = phases.of(appeal);
        var now = clock.instant();
        var part = reporters.part(appeal);
        return new TrackedAppeal(
                appeal.number(),
                locality.name(),
                locality.deskPhone(),
                types.typeName(appeal.locality(), appeal.type()),
                categories.nameOf(appeal.locality(), appeal.category()),
                appeal.title(),
                appeals.originalWords(appeal.number()),
                additions.of(appeal.number()).stream()
                        .map(a -> new TrackedAppeal.Addition(Times.iso(a.at()), Times.words(a.at()), a.words()))
                        .toList(),
                part.mayWithdraw() && !additions.isFull(appeal.number()),
                appeal.status().name().toLowerCase(java.util.Locale.ROOT),
                results.status(appeal),
                progress.phases(),
                progress.end(),
                promises(appeal),
                steps(timeline.of(appeal.number()).stream().filter(Timeline.Entry::visible)),
                results.of(part.original(), part.merged() ? shared.unnamed(appeal) : UnaryOperator.identity()),
                part.mayRate(),
                part.mayWithdraw(),
                contacts.asked(appeal.number()).map(ContactClaim::words).orElse(null),
                questions.of(appeal.number()).stream()
                        .map(q -> TrackedAppeal.Question.of(q, now))
                        .toList(),
                matter(part),
                reviews.of(part),
                subCases.of(appeal.number()).stream()
                        .map(s -> new TrackedAppeal.Part(s.appeal().title(), s.unitName(), s.stateName()))
                        .toList(),
                AttachmentLine.of(attachments, appeal));
    }

    /** Null where nobody else told of it. */
    private TrackedMatter matter(Reporters.Part part) {
        var me = part.me();
        if (!part.merged() && part.voices() == 1 && !me.withdrawn()) {
            return null;
        }
        return new TrackedMatter(
                part.voices(),
                me.withdrawn(),
                me.rating() == null ? null : me.rating().words(),
                part.merged() ? original(part) : null);
    }

    private TrackedMatter.Original original(Reporters.Part part) {
        var original = part.original();
        var steps = shared.of(part.own());
        return new TrackedMatter.Original(
                results.status(original),
                phases.of(original).phases(),
                promises(original),
                SharedSteps.result(steps).orElse(null),
                steps(steps.stream()));
    }

    private static List<TrackedAppeal.Step> steps(Stream<Timeline.Entry> entries) {
        return entries.map(e -> TrackedAppeal.Step.of(e.at(), e.as(), e.text())).toList();
    }

    private TrackedAppeal.Promises promises(Appeal appeal) {
        var all = clocks.of(appeal.number());
        return new TrackedAppeal.Promises(promise(all, ClockKind.RESPOND), promise(all, ClockKind.RESOLVE));
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

    private static TrackedAppeal.Promise promise(List<Clock> clocks, ClockKind kind) {
        return Clock.last(clocks, kind)
                .map(c -> new TrackedAppeal.Promise(
                        Times.iso(c.dueAt()),
                        Times.end(c.dueAt()),
                        c.outcome() == null ? null : c.outcome().label()))
                .orElse(null);
    }
}
