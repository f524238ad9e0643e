package org.minqing.appeal;

import java.time.Instant;

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
            implements AppealEvent {
        @Override
        public boolean visible() {
            return false;
        }
    }

    /** The resident was reached once more while it is handled. No clock stops. */
    record Contacted(String number, int round, Instant at, Actor by, String text, Contact contact)
            implements AppealEvent {}

    /** The resident says that somebody reached him. */
    record ContactConfirmed(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** The resident says that nobody reached him: a person who did not handle the appeal finds out. */
    record ContactDenied(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** A contact is told again where one was denied before; it is checked without waiting for the resident. */
    record ContactRepeated(String number, int round, Instant at, Actor by, String text) implements AppealEvent {
        @Override
        public boolean visible() {
            return false;
        }
    }

    /**
     * It was found out whether the contact took place.
     *
     * @param made  whether it did
     * @param first whether it was the first response
     */
    record ContactChecked(String number, int round, Instant at, Actor by, String text, boolean made, boolean first)
            implements AppealEvent {}

    /** Somebody was named as the person whom the appeal is about; from now on he does not see it. */
    record SubjectNamed(String number, int round, Instant at, Actor by, String text) implements AppealEvent {
        @Override
        public boolean visible() {
            return false;
        }
    }

    /** Somebody wrote the summary by which it is handled; its words stand elsewhere. */
    record SummaryWritten(String number, int round, Instant at, Actor by, String text) implements AppealEvent {
        @Override
        public boolean visible() {
            return false;
        }
    }

    /** Somebody who works on it wants to know something of the resident; what, stands apart. */
    record ResidentAsked(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** The resident said it, himself or to somebody who passes it on; what, stands apart. */
    record ResidentAnswered(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** Somebody is on site, after a first contact of another kind. */
    record Arrived(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** A unit gave the appeal back to the dispatcher, with a reason. No clock stops. */
    record Returned(String number, int round, Instant at, Actor by, String text) implements AppealEvent {
        @Override
        public boolean visible() {
            return false;
        }
    }

    /** Nobody is in danger any more. Whoever says so stands where it happened. */
    record DangerRemoved(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** The dispatcher, or the desk that does not answer it itself, named another unit or post. No clock stops. */
    record Dispatched(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** A supervisor gave the handling to another post. No clock stops, and none starts again. */
    record Reassigned(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** A supervisor asked the handlers to hurry. */
    record Reminded(String number, int round, Instant at, Actor by, String text) implements AppealEvent {
        @Override
        public boolean visible() {
            return false;
        }
    }

    /** Feedback on the way, before it is solved (S0-23). */
    record Progressed(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /**
     * There is a result; from now on the resident is asked, if he is asked at all.
     *
     * @param answerWithin how long the resident may take to rate; null if he is not asked
     */
    record Resulted(String number, int round, Instant at, Actor by, String text, java.time.Duration answerWithin)
            implements AppealEvent {}

    /** A call to the resident that did not reach him. */
    record CallMissed(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /**
     * The resident rated, on the page or on the phone.
     *
     * @param grade from 5, very satisfied, to 1
     */
    record Rated(
            String number, int round, Instant at, Actor by, String text, int grade, boolean resolved, boolean contacted)
            implements AppealEvent {}

    /** Dissatisfied: it is done again, one level higher. */
    record RedoStarted(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** A supervisor stepped in: an overdue clock or a dissatisfied resident. */
    record Supervised(String number, int round, Instant at, Actor by, String text, boolean visible)
            implements AppealEvent {}

    /** A time limit is near or over; for colleagues, residents see their promised dates. */
    record LimitNoted(String number, int round, Instant at, Actor by, String text) implements AppealEvent {
        @Override
        public boolean visible() {
            return false;
        }
    }

    /** The handler asks for more time or for a pause; whether he gets it another person decides. */
    record LimitChangeAsked(String number, int round, Instant at, Actor by, String text) implements AppealEvent {
        @Override
        public boolean visible() {
            return false;
        }
    }

    /** More time or a pause was not granted. */
    record LimitChangeRefused(String number, int round, Instant at, Actor by, String text) implements AppealEvent {
        @Override
        public boolean visible() {
            return false;
        }
    }

    /**
     * A request for more time or for a pause became pointless before anybody decided.
     *
     * @param handled whether the appeal is still handled, by others: then somebody has a request to decide that is none
     */
    record LimitChangeLapsed(String number, int round, Instant at, Actor by, String text, boolean handled)
            implements AppealEvent {
        @Override
        public boolean visible() {
            return false;
        }
    }

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
    record CorrectionNoted(String number, int round, Instant at, Actor by, String text) implements AppealEvent {
        @Override
        public boolean visible() {
            return false;
        }
    }

    /**
     * Longer limits that follow from a correction were asked for, refused, or lapsed.
     *
     * @param codes which of them, as the ledger keeps details
     */
    record LongerHeld(String number, int round, Instant at, Actor by, String text, String codes)
            implements AppealEvent {
        @Override
        public boolean visible() {
            return false;
        }
    }

    /** It ended: closed, unanswered, withdrawn or merged. Running clocks are cancelled. */
    record Ended(String number, int round, Instant at, Actor by, String text) implements AppealEvent {}

    /** Under which word the timeline keeps it. */
    default AppealEventKind kind() {
        return AppealEventKind.of(this);
    }
}
