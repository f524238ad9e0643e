package org.minqing.merging;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.AppealWorkflow;
import org.minqing.appeal.Appeals;
import org.minqing.duties.Duties;
import org.minqing.duties.Duty;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.sla.JudgedClocks;
import org.minqing.sla.LimitChanges;
import org.minqing.triage.Corrections;
import org.minqing.triage.Proposal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A dispatcher finds that two appeals are one matter, whatever task waits at the moment. */
@Service
public class Merging {

    private final Appeals appeals;
    private final Reporters reporters;
    private final JudgedClocks clocks;
    private final LimitChanges changes;
    private final Corrections corrections;
    private final Duties duties;
    private final AppealWorkflow workflow;
    private final InstantSource clock;

    Merging(
            Appeals appeals,
            Reporters reporters,
            JudgedClocks clocks,
            LimitChanges changes,
            Corrections corrections,
            Duties duties,
            AppealWorkflow workflow,
            InstantSource clock) {
        this.appeals = appeals;
        this.reporters = reporters;
        this.clocks = clocks;
        this.changes = changes;
        this.corrections = corrections;
        this.duties = duties;
        this.workflow = workflow;
        this.clock = clock;
    }

    /**
     * The duplicate ends as part of the original, which is due no later than anybody was promised, and is judged again if it
     * concerns more people, or is more dangerous, than was known.
     *
     * @throws InvalidInput if the original is not there for this person, is the duplicate itself, or has ended
     * @throws Refusal      if the duplicate has ended, the original was merged into it, or only one of them is confidential
     */
    @Transactional
    public void merge(String duplicate, String original, Actor by) {
        duties.require(duplicate, by.person(), Duty.MERGING);
        var of = checked(duplicate, original);
        keepPromises(duplicate, original, by);
        workflow.merged(duplicate, original);
        var voices = reporters.voices(original);
        var text = "又有居民反映同一事项，合并办理，共有 " + voices + " 人反映";
        appeals.open(original).told((n, round, at) -> new AppealEvent.ReporterActed(n, round, at, by, text, true));
        judgeAgain(appeals.get(original), of, voices, by);
    }

    /**
     * Whether they could be merged, both held from now on: of two that are merged into each other at the same moment one goes on.
     *
     * @return the duplicate
     */
    private Appeal checked(String duplicate, String original) {
        var locality = appeals.get(duplicate).locality();
        // The database refuses to compare with some signs, such as NUL.
        if (!original.matches("[A-Za-z0-9-]{1,40}")
                || appeals.find(original)
                        .filter(o -> o.locality().equals(locality))
                        .isEmpty()) {
            throw new InvalidInput("original", "没有这个编号的诉求，或不在本地", "no such appeal here");
        }
        if (original.equals(duplicate)) {
            throw new InvalidInput("original", "不能并入自己", "is the appeal itself");
        }
        // In one order, whichever is the duplicate: else two dispatchers would wait for each other.
        Stream.of(duplicate, original).sorted().forEach(appeals::lock);
        var from = appeals.get(duplicate);
        if (from.status().ended()) {
            throw Refusal.conflict("这件诉求已经结束，不能合并。", "The appeal has ended and cannot be merged.");
        }
        var into = appeals.get(original);
        if (duplicate.equals(into.mergedInto())) {
            throw Refusal.conflict(
                    original + "已并入这件诉求，不能再反过来合并。",
                    "Appeal " + original + " was merged into this one, which cannot be merged into it in turn.");
        }
        if (from.subCase() || into.subCase()) {
            throw Refusal.conflict("分件不单独合并，请合并主件。", "A sub-case is merged with nothing; merge the whole.");
        }
        requireOpen(into);
        if (from.confidential() != into.confidential()) {
            throw Refusal.conflict(
                    "保密办理的诉求不能和别的诉求合并。", "A confidential appeal and another are not merged with each other.");
        }
        return from;
    }

    /** Nobody is led on to another appeal than the one he has seen: he is told which it is. */
    private void requireOpen(Appeal into) {
        if (into.status() == AppealStatus.MERGED) {
            var last = reporters.original(into);
            throw new InvalidInput(
                    "original",
                    "它本身已并入" + last.number() + "，请改填" + last.number(),
                    "was merged itself, into " + last.number());
        }
        if (into.status().ended()) {
            throw new InvalidInput("original", "原诉求" + into.status().label() + "，不能再并入", "has ended");
        }
    }

    private void keepPromises(String duplicate, String original, Actor by) {
        if (!clocks.promisedSooner(original, duplicate, clock.instant())) {
            return;
        }
        // A pause was told to the original's resident alone.
        if (changes.paused(original)) {
            changes.resume(original, by);
            workflow.clockResumed(original);
        }
        clocks.keepPromises(original, duplicate, by, clock.instant());
    }

    /** Facts are only raised here, and longer limits that followed from that would wait for another person, as ever. */
    private void judgeAgain(Appeal original, Appeal duplicate, int voices, Actor by) {
        var handled = original.status() == AppealStatus.RECEIVED || original.status() == AppealStatus.HANDLING;
        var raised = raised(original, duplicate, voices);
        if (handled && !raised.isEmpty()) {
            corrections.correct(
                    by,
                    "other",
                    original.number(),
                    new Proposal(null, null, null, raised, "同一事项共有 " + voices + " 人反映", null));
        }
    }

    private static Map<String, Object> raised(Appeal original, Appeal duplicate, int voices) {
        var known = original.facts();
        var told = duplicate.facts();
        var raised = new LinkedHashMap<String, Object>();
        var people = Math.max(voices, Math.max(known.peopleAffected(), told.peopleAffected()));
        if (people > known.peopleAffected()) {
            raised.put("peopleAffected", people);
        }
        if (known.danger().isEmpty() && !told.danger().isEmpty()) {
            raised.put("danger", told.danger());
        }
        if (told.safetyRisk() && !known.safetyRisk()) {
            raised.put("safetyRisk", true);
        }
        if (told.lineCut() && !known.lineCut()) {
            raised.put("lineCut", true);
        }
        if (told.vulnerable() && !known.vulnerable()) {
            raised.put("vulnerable", true);
        }
        return raised;
    }
}
