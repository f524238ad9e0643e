package org.minqing.desk.appeal;

import java.util.List;
import org.minqing.addition.Additions;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Timeline;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.minqing.attachment.AttachmentLine;
import org.minqing.attachment.Attachments;
import org.minqing.desk.register.Sources;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.progress.Phases;
import org.minqing.sla.Clock;
import org.minqing.sla.Clocks;
import org.minqing.sla.Narration;
import org.minqing.split.SubCases;
import org.minqing.summary.Summaries;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;

/** Puts together what staff see of an appeal. */
@Service
public class AppealSheets {

    private final Appeals appeals;
    private final Localities localities;
    private final AppealTypes types;
    private final Categories categories;
    private final Clocks clocks;
    private final Timeline timeline;
    private final ContactLines contacts;
    private final Summaries summaries;
    private final CorrectionLines corrections;
    private final QuestionLines questions;
    private final Phases phases;
    private final JointLines joint;
    private final ReporterLines reporters;
    private final ResultLines results;
    private final ReviewLines reviews;
    private final SubCases subCases;
    private final Attachments attachments;
    private final Additions additions;
    private final Sources sources;

    AppealSheets(
            Appeals appeals,
            Localities localities,
            AppealTypes types,
            Categories categories,
            Clocks clocks,
            Timeline timeline,
            ContactLines contacts,
            Summaries summaries,
            CorrectionLines corrections,
            QuestionLines questions,
            Phases phases,
            JointLines joint,
            ReporterLines reporters,
            ResultLines results,
            ReviewLines reviews,
            SubCases subCases,
            Attachments attachments,
            Additions additions,
            Sources sources) {
        this.appeals = appeals;
        this.localities = localities;
        this.types = types;
        this.categories = categories;
        this.clocks = clocks;
        this.timeline = timeline;
        this.contacts = contacts;
        this.summaries = summaries;
        this.corrections = corrections;
        this.questions = questions;
        this.phases = phases;
        this.joint = joint;
        this.reporters = reporters;
        this.results = results;
        this.reviews = reviews;
        this.subCases = subCases;
        this.attachments = attachments;
        this.additions = additions;
        this.sources = sources;
    }

    public AppealSheet of(Appeal a) {
        var locality = localities.get(a.locality());
        var together = reporters.of(a);
        return new AppealSheet(
                a.number(),
                a.title(),
                appeals.originalWords(a.number()),
                additions.ofAll(a.number()).stream()
                        .map(said -> new AppealSheet.AdditionLine(Times.iso(said.at()), said.words()))
                        .toList(),
                summaries.of(a.number()).stream()
                        .map(v -> new AppealSheet.SummaryLine(v.number(), v.text(), Times.iso(v.at()), v.writtenAs()))
                        .toList(),
                locality.name(),
                UnitTree.place(locality, a.unit(), a.address()),
                locality.channelName(a.channel()),
                sources.of(a.number()).orElse(null),
                types.typeName(a.locality(), a.type()),
                categories.nameOf(a.locality(), a.category()),
                a.urgencyName(),
                a.tierName(),
                a.status().label(),
                phases.of(a),
                UnitTree.name(locality, a.handlingUnit(), ""),
                a.round(),
                Times.iso(a.submittedAt()),
                a.mergedInto(),
                clocks(a.number()),
                contacts.of(a.number()),
                corrections.of(a),
                questions.of(a.number()),
                joint.of(a.number()),
                joint.consultations(a.number()),
                results.of(a),
                timeline.of(a.number()).stream()
                        .map(e -> new AppealSheet.Step(Times.iso(e.at()), e.as(), e.text(), e.visible()))
                        .toList(),
                together.isEmpty() ? 1 : reporters.voices(a),
                together,
                reviews.of(a),
                a.parent(),
                subCases.lines(a),
                AttachmentLine.ofAll(attachments, a));
    }

    /** Name of the witness of the result and how to reach him, for whoever asked for the contact data; null if there is none. */
    public String witness(Appeal a) {
        return results.witness(a).orElse(null);
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
