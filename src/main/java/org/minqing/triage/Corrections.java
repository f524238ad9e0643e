package org.minqing.triage;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.AppealWorkflow;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Facts;
import org.minqing.appeal.Judgement;
import org.minqing.duties.Duties;
import org.minqing.duties.Duty;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mends a wrong judgement (更正研判): somebody says what it really is, and the tables decide again. Who may is
 * {@link org.minqing.access.AppealAccess#correctable}'s to say.
 */
@Service
public class Corrections {

    private final Appeals appeals;
    private final Duties duties;
    private final CorrectionRows rows;
    private final LongerLimits longer;
    private final Rejudging rejudging;
    private final AppealWorkflow workflow;
    private final ObjectMapper json;

    Corrections(
            Appeals appeals,
            Duties duties,
            CorrectionRows rows,
            LongerLimits longer,
            Rejudging rejudging,
            AppealWorkflow workflow,
            ObjectMapper json) {
        this.appeals = appeals;
        this.duties = duties;
        this.rows = rows;
        this.longer = longer;
        this.rejudging = rejudging;
        this.workflow = workflow;
        this.json = json;
    }

    /**
     * One act: what follows from the new judgement has happened when this returns, or waits for another person.
     *
     * @param asker code of the post under which he supervises, else {@code other}: who grants longer limits depends on it
     * @throws Refusal      if there is a result already, it has ended, or somebody else corrected it meanwhile
     * @throws InvalidInput if nothing would change, or a sub-case would become of another type than the whole
     */
    @Transactional
    public void correct(Actor by, String asker, String number, Proposal proposal) {
        var appeal = appeals.lock(number);
        requireHandling(appeal.status());
        duties.require(number, by.person(), Duty.CORRECTING);
        if (proposal.seen() != null && proposal.seen() != rows.count(number)) {
            throw Refusal.conflict("刚刚有人更正过这件诉求的研判，请看过再改。", "Somebody else corrected it; look again.");
        }
        var before = Judgement.of(appeal);
        var asked = asked(appeal, before, proposal);
        if (asked.asks(before)) {
            throw new InvalidInput("correction", "没有改动任何一项", "changes nothing");
        }
        requireTypeOfTheWhole(appeal, before, asked);
        longer.lapse(appeal, "corrected", "研判又作更正");
        rejudging.asked(appeal, by, proposal.reason(), before, asked);
        workflow.misjudged(number, asked, asker);
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Correction> of(String number) {
        return rows.of(number);
    }

    /** Its type, and what it complains about, a sub-case has of the whole: who may know of it depends on them. */
    private static void requireTypeOfTheWhole(Appeal appeal, Judgement before, Judgement asked) {
        if (appeal.subCase() && !asked.type().equals(before.type())) {
            throw new InvalidInput("type", "分件的类型随主件，请更正主件", "is that of the whole; correct that");
        }
        if (appeal.subCase() && asked.facts().aboutStaff() != before.facts().aboutStaff()) {
            throw new InvalidInput("facts.aboutStaff", "反映工作人员的，请更正主件", "is that of the whole; correct that");
        }
    }

    private static void requireHandling(AppealStatus status) {
        if (status.ended()) {
            throw Refusal.conflict("这件诉求已经结束，研判不能再更正。", "The appeal has ended.");
        }
        if (status == AppealStatus.FEEDBACK) {
            throw Refusal.conflict(
                    "这件诉求已经办出结果，正在等居民评价，研判不能再更正；要重办的，重办时再更正。",
                    "A result waits for the resident; correct it when it is done again.");
        }
        if (status == AppealStatus.PLANNED) {
            throw Refusal.conflict("这件诉求已列入计划，按计划办理，研判不再更正。", "It is carried out as planned.");
        }
        if (status == AppealStatus.REVIEW) {
            throw Refusal.conflict("这件诉求正在督办复核，交回重办后再更正研判。", "It is under review; correct it when it is done again.");
        }
    }

    /** Whoever moves the place moves the first response there; where the dispatcher chose another unit for it, that one stays. */
    private Judgement asked(Appeal appeal, Judgement now, Proposal p) {
        var unit = p.unit() == null ? now.unit() : p.unit();
        return new Judgement(
                p.type() == null ? now.type() : p.type(),
                p.category() == null ? now.category() : p.category(),
                unit,
                unit.equals(now.unit()) ? appeal.respondUnit() : unit,
                facts(now.facts(), p),
                now.decision(),
                null);
    }

    private Facts facts(Facts now, Proposal p) {
        var facts = new LinkedHashMap<>(now.asMap());
        facts.putAll(p.facts());
        return json.convertValue(facts, Facts.class);
    }
}
