package org.minqing.appeal;

import java.time.Instant;
import org.minqing.appeal.Limit.Settling;

/**
 * Something that happened to an appeal. Published inside the transaction that makes it true; the timeline and the clocks
 * listen in the same transaction.
 */
public sealed interface AppealEvent {

    String number();

    int round();

    Instant at();

    Actor by();

    /** The sentence on the timeline, in Chinese. */
    String text();

    /** Whether the resident may read it. */
    default boolean visible() {
        return true;
    }

    /** What only colleagues read. */
    sealed interface Internal extends AppealEvent {
        @Override
        default boolean visible() {
            return false;
        }
    }

    /** Who is responsible and how long it may take was decided; in round 0 this is the receipt. */
    record Decided(String number, int round, Instant at, Actor by, String text, Limits limits) implements AppealEvent {}

    /** Received, through which channel. */
    record Received(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** Somebody took the appeal on: 签收. */
    record Accepted(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** Somebody reached the resident, or whom it concerns: the first response. */
    record Responded(String number, int round, Instant at, Actor by, String text, Contact contact)
            implements AppealEvent {}

    /** Somebody tried to reach the resident and did not: no response, no clock stops. */
    record ContactMissed(String number, int round, Instant at, Actor by, String text, Contact contact)
            implements Internal {}

    /** The resident was reached once more while it is handled. No clock stops. */
    record Contacted(String number, int round, Instant at, Actor by, String text, Contact contact)
            implements AppealEvent {}

    /** The resident says that somebody reached him. */
    record ContactConfirmed(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** The resident says that nobody reached him: a person who did not handle the appeal finds out. */
    record ContactDenied(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** A contact is told again where one was denied before; it is checked without waiting for the resident. */
    record ContactRepeated(String number, int round, Instant at, Actor by, String text) implements Internal {}

    /** It was found out whether the contact took place (made), and whether it was the first response (first). */
    record ContactChecked(String number, int round, Instant at, Actor by, String text, boolean made, boolean first)
            implements AppealEvent {}

    /** Photos or other files were added to it (附件). */
    record FilesAdded(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** Somebody was named as the person whom the appeal is about; from now on he does not see it. */
    record SubjectNamed(String number, int round, Instant at, Actor by, String text) implements Internal {}

    /** Somebody wrote the summary by which it is handled; its words stand elsewhere. */
    record SummaryWritten(String number, int round, Instant at, Actor by, String text) implements Internal {}

    /** Somebody who works on it wants to know something of the resident; what, stands apart. */
    record ResidentAsked(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** He said it, or somebody who passes it on; what, stands apart. {@code pauseOver}: no clock is to stand still for it any more. */
    record ResidentAnswered(String number, int round, Instant at, Actor by, String text, boolean pauseOver)
            implements AppealEvent {}

    /** He did not say it in time and can no longer do so. */
    record QuestionExpired(String number, int round, Instant at, Actor by, String text, boolean pauseOver)
            implements AppealEvent {}

    /** Somebody is on site, after a first contact of another kind. */
    record Arrived(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /**
     * A unit gave the appeal back, with a reason. Its clocks go on.
     *
     * @param unit     code of the unit that did
     * @param ground   code of {@code returns.yml}; empty in danger
     * @param settling null in danger, where nobody waits for it
     */
    record Returned(
            String number, int round, Instant at, Actor by, String text, String unit, String ground, Settling settling)
            implements Internal {}

    /** Whoever had accepted it did nothing but return it, so that it was not accepted (退回不算签收). */
    record AcceptanceVoided(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** Somebody whom the dispute does not concern said whose it is (裁定归属). */
    record RemitSettled(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /**
     * It turned out whether a return was right.
     *
     * @param unit   code of the unit that returned it
     * @param upheld whether another unit has it now
     */
    record ReturnJudged(String number, int round, Instant at, Actor by, String text, String unit, boolean upheld)
            implements Internal {}

    /** Nobody is in danger any more. Whoever says so stands where it happened. */
    record DangerRemoved(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** The dispatcher, or the desk that does not answer it itself, named another unit or post. No clock stops. */
    record Dispatched(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** A supervisor gave the handling to another post. No clock stops, and none starts again. */
    record Reassigned(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** A supervisor asked the handlers to hurry. */
    record Reminded(String number, int round, Instant at, Actor by, String text) implements Internal {}

    /** Feedback on the way, before it is solved (S0-23). */
    record Progressed(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** What became of asking co-handlers: who was asked, reminded or is needed no more, and whom the lead did not wait for. */
    record JointNoted(String number, int round, Instant at, Actor by, String text) implements Internal {}

    /** A co-handler said how his unit stands to it; his words stand apart. */
    record OpinionGiven(String number, int round, Instant at, Actor by, String text) implements Internal {}

    /** The lead sat together with others, also from outside, before it is solved (S0-22). */
    record Consulted(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** It may be claimed from now on (接单), and is to be led within that; null where nobody promised a lead. */
    record OrderOffered(String number, int round, Instant at, Actor by, String text, Limit lead) implements Internal {}

    /** Somebody claimed it, which residents read, joined him, left him or gave it back. */
    record OrderTaken(String number, int round, Instant at, Actor by, String text, boolean visible)
            implements AppealEvent {}

    /**
     * There is a result; from now on the resident is asked, if he is asked at all.
     *
     * @param answerWithin how long the resident may take to rate; null if he is not asked
     */
    record Resulted(String number, int round, Instant at, Actor by, String text, java.time.Duration answerWithin)
            implements AppealEvent {}

    /** A plan was made, moved or ended, is late, or is wanted otherwise. The ledger keeps it as that fact, if there is one. */
    record PlanTold(
            String number, int round, Instant at, Actor by, String text, boolean visible, String fact, String codes)
            implements AppealEvent {}

    /** A call to the resident that did not reach him. */
    record CallMissed(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /**
     * The resident rated, on the page or on the phone.
     *
     * @param grade from 5, very satisfied, to 1
     * @param answer to what he was asked, as the ledger has it, such as {@code resolved=true}
     */
    record Rated(
            String number, int round, Instant at, Actor by, String text, int grade, String answer, boolean contacted)
            implements AppealEvent {}

    /** Dissatisfied: it is done again, one level higher. */
    record RedoStarted(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** A supervisor stepped in: an overdue clock or a dissatisfied resident. */
    record Supervised(String number, int round, Instant at, Actor by, String text, boolean visible)
            implements AppealEvent {}

    /** A time limit is near or over; for colleagues, residents see their promised dates. */
    record LimitNoted(String number, int round, Instant at, Actor by, String text) implements Internal {}

    /** The handler asks for more time or for a pause; whether he gets it another person decides. */
    record LimitChangeAsked(String number, int round, Instant at, Actor by, String text) implements Internal {}

    /** More time or a pause was not granted. */
    record LimitChangeRefused(String number, int round, Instant at, Actor by, String text) implements Internal {}

    /** A request for more time or a pause became pointless undecided. {@code handled}: others still handle the appeal. */
    record LimitChangeLapsed(String number, int round, Instant at, Actor by, String text, boolean handled)
            implements Internal {}

    /** A promised date moved: more time, a pause, its end, or a new working calendar. The resident is told. */
    record LimitMoved(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /**
     * It was judged wrongly, and is judged otherwise from now on (更正研判). Sooner limits hold at once. Why stands beside it, for
     * colleagues.
     *
     * @param limits the tables' answer
     * @param change such as {@code 由一般改为特急}
     * @param codes  the same for the ledger, as it keeps details
     */
    record Corrected(
            String number, int round, Instant at, Actor by, String text, Limits limits, String change, String codes)
            implements AppealEvent {}

    /** Another person granted the longer limits that follow from a correction. */
    record LongerGranted(
            String number, int round, Instant at, Actor by, String text, Limits limits, String change, String codes)
            implements AppealEvent {}

    /** What colleagues read of a correction: why, and what became of a request for longer limits. */
    record CorrectionNoted(String number, int round, Instant at, Actor by, String text) implements Internal {}

    /** Longer limits that follow from a correction were asked for, refused, or lapsed: which, the codes tell the ledger. */
    record LongerHeld(String number, int round, Instant at, Actor by, String text, String codes) implements Internal {}

    /** Whoever told of the matter, or one of several, joined, added, rated or withdrew. Which, is not said; his words stand apart. */
    record ReporterActed(String number, int round, Instant at, Actor by, String text, boolean visible)
            implements AppealEvent {}

    /** The resident has another tracking code from now on (补发查询码). */
    record CodeReissued(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** Its review by the level above (复查、复核): asked for, heard, passed on or taken back. */
    record ReviewTold(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** The level above has answered; its opinion stands apart. */
    record ReviewAnswered(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** It was split, or something became of one of its sub-cases (分件). */
    record SplitTold(String number, int round, Instant at, Actor by, String text, boolean visible)
            implements AppealEvent {}

    /** It ended: closed, unanswered, withdrawn or merged. Running clocks are cancelled. */
    record Ended(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** Under which word the timeline keeps it. */
    default AppealEventKind kind() {
        return AppealEventKind.of(this);
    }
}
