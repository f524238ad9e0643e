package org.minqing.triage;

import java.time.InstantSource;
import java.util.Optional;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.AppealWorkflow;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Decision;
import org.minqing.appeal.Judgement;
import org.minqing.appeal.Limits;
import org.minqing.database.TransactionMemo;
import org.minqing.problem.Refusal;
import org.minqing.sla.JudgedClocks;
import org.minqing.sla.LimitChanges;
import org.minqing.triage.Correction.Became;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a correction, as its process takes them: what was asked, what the tables answered, and that it takes effect. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Rejudging {

    /** The words of staff go with the transaction, and not through the engine, which keeps everything. */
    private record Question(int round, Actor by, String reason, Judgement before, Judgement asked) {}

    private final TransactionMemo<Question> questions = new TransactionMemo<>();
    private final Appeals appeals;
    private final CorrectionRows rows;
    private final CorrectionWords words;
    private final JudgedClocks clocks;
    private final LimitChanges changes;
    private final AppealWorkflow workflow;
    private final InstantSource clock;

    Rejudging(
            Appeals appeals,
            CorrectionRows rows,
            CorrectionWords words,
            JudgedClocks clocks,
            LimitChanges changes,
            AppealWorkflow workflow,
            InstantSource clock) {
        this.appeals = appeals;
        this.rows = rows;
        this.words = words;
        this.clocks = clocks;
        this.changes = changes;
        this.workflow = workflow;
        this.clock = clock;
    }

    void asked(Appeal appeal, Actor by, String reason, Judgement before, Judgement asked) {
        questions.put(appeal.number(), new Question(appeal.round(), by, reason, before, asked));
    }

    /**
     * What the tables are asked in this transaction.
     *
     * @throws Refusal if nobody asked
     */
    public Judgement question(String number) {
        return pending(number).asked();
    }

    /** The tables answered: from now on the correction is on record, whatever becomes of it. */
    public void judged(String number, Decision answer, Limits limits) {
        var q = pending(number);
        var who = sameMatter(q, answer) ? q.before().decision().who() : answer.who();
        var decision = new Decision(
                answer.track(), answer.urgency(), answer.urgencyName(), answer.tier(), who, answer.answerWithin());
        rows.add(
                number,
                q.round(),
                clock.instant(),
                q.by(),
                q.reason(),
                q.before(),
                q.asked().answered(decision, limits));
    }

    /** Nothing that leads to a post has changed: whoever a dispatcher or a supervisor chose for it stays. */
    private static boolean sameMatter(Question q, Decision answer) {
        var before = q.before();
        return before.type().equals(q.asked().type())
                && before.category().equals(q.asked().category())
                && before.unit().equals(q.asked().unit())
                && before.facts().danger().equals(q.asked().facts().danger())
                && before.decision().urgency().equals(answer.urgency())
                && before.decision().tier().equals(answer.tier());
    }

    /** Whether some limit would become a later one. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean longer(String number) {
        return clocks.longer(number, latest(number).after().limits(), clock.instant());
    }

    /** Whether the urgency itself changes, and not the limits alone. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean changesUrgency(String number) {
        var c = latest(number);
        return !c.before().decision().urgency().equals(c.after().decision().urgency());
    }

    /** The new judgement holds; sooner limits too. */
    public Correction apply(String number) {
        var c = latest(number);
        var by = new Actor(c.person(), c.as());
        if (changesUrgency(number) && changes.paused(number)) {
            changes.resume(number, by);
            workflow.clockResumed(number);
        }
        var appeal = appeals.open(number);
        var change = words.change(appeal.state(), c);
        rows.step(c, Became.APPLIED, clock.instant(), c.person(), "");
        appeal.corrected(by, c.after(), words.told(appeal.state(), c), change, words.codes(c));
        appeal.correctionNoted(by, "更正研判的理由：" + c.reason());
        return c;
    }

    /** Another person has to decide first, on the longer limits or on all of it. */
    public void waits(String number, String post) {
        var c = latest(number);
        var by = new Actor(c.person(), c.as());
        var appeal = appeals.open(number);
        rows.step(c, Became.ASKED, clock.instant(), c.person(), post);
        var text = c.applied()
                ? "更正研判后时限应当放宽，待审批；批准前按原时限办理"
                : "申请更正研判：" + words.change(appeal.state(), c) + "，待审批；批准前按原研判办理。理由：" + c.reason();
        var codes = "effect=asked;post=" + post + (c.applied() ? "" : ";" + words.codes(c));
        appeal.told((n, round, at) -> new AppealEvent.LongerHeld(n, round, at, by, text, codes));
    }

    /**
     * It was granted: what has not taken effect yet does now, with the longer limits.
     *
     * @return the correction if it takes effect with this; empty if it had before, and only the limits move
     */
    public Optional<Correction> grant(String number) {
        var before = latest(number).applied();
        if (!before) {
            apply(number);
        }
        var c = latest(number);
        var answer = c.step(Became.GRANTED).orElseThrow();
        var appeal = appeals.open(number);
        appeal.longerGranted(
                new Actor(answer.person(), words.approver(appeal.state(), c)),
                c.after().limits(),
                "经批准，时限按更正后的研判重新确定",
                words.change(appeal.state(), c),
                words.codes(c));
        return before ? Optional.empty() : Optional.of(c);
    }

    private Correction latest(String number) {
        return rows.latest(number).orElseThrow();
    }

    private Question pending(String number) {
        return questions.get(number, () -> {
            throw Refusal.conflict("没有人更正这件诉求的研判。", "Nobody corrects the judgement of this appeal.");
        });
    }
}
