package org.minqing.appeal;

import java.util.Arrays;
import org.minqing.code.Coded;

/** The kinds of events, and the words under which the timeline keeps them: a class may be renamed, what is stored may not. */
public enum AppealEventKind implements Coded {
    RECEIVED("received", AppealEvent.Received.class),
    DECIDED("decided", AppealEvent.Decided.class),
    ACCEPTED("accepted", AppealEvent.Accepted.class),
    RESPONDED("responded", AppealEvent.Responded.class),
    CONTACT_MISSED("contactMissed", AppealEvent.ContactMissed.class),
    CONTACTED("contacted", AppealEvent.Contacted.class),
    CONTACT_CONFIRMED("contactConfirmed", AppealEvent.ContactConfirmed.class),
    CONTACT_DENIED("contactDenied", AppealEvent.ContactDenied.class),
    CONTACT_REPEATED("contactRepeated", AppealEvent.ContactRepeated.class),
    CONTACT_CHECKED("contactChecked", AppealEvent.ContactChecked.class),
    FILES_ADDED("filesAdded", AppealEvent.FilesAdded.class),
    SUBJECT_NAMED("subjectNamed", AppealEvent.SubjectNamed.class),
    SUMMARY_WRITTEN("summaryWritten", AppealEvent.SummaryWritten.class),
    RESIDENT_ASKED("residentAsked", AppealEvent.ResidentAsked.class),
    RESIDENT_ANSWERED("residentAnswered", AppealEvent.ResidentAnswered.class),
    QUESTION_EXPIRED("questionExpired", AppealEvent.QuestionExpired.class),
    ARRIVED("arrived", AppealEvent.Arrived.class),
    DANGER_REMOVED("dangerRemoved", AppealEvent.DangerRemoved.class),
    RETURNED("returned", AppealEvent.Returned.class),
    ACCEPTANCE_VOIDED("acceptanceVoided", AppealEvent.AcceptanceVoided.class),
    REMIT_SETTLED("remitSettled", AppealEvent.RemitSettled.class),
    RETURN_JUDGED("returnJudged", AppealEvent.ReturnJudged.class),
    DISPATCHED("dispatched", AppealEvent.Dispatched.class),
    REASSIGNED("reassigned", AppealEvent.Reassigned.class),
    REMINDED("reminded", AppealEvent.Reminded.class),
    PROGRESSED("progressed", AppealEvent.Progressed.class),
    JOINT_NOTED("jointNoted", AppealEvent.JointNoted.class),
    OPINION_GIVEN("opinionGiven", AppealEvent.OpinionGiven.class),
    CONSULTED("consulted", AppealEvent.Consulted.class),
    ORDER_OFFERED("orderOffered", AppealEvent.OrderOffered.class),
    ORDER_TAKEN("orderTaken", AppealEvent.OrderTaken.class),
    RESULTED("resulted", AppealEvent.Resulted.class),
    PLAN_TOLD("planTold", AppealEvent.PlanTold.class),
    CALL_MISSED("callMissed", AppealEvent.CallMissed.class),
    RATED("rated", AppealEvent.Rated.class),
    REDO_STARTED("redoStarted", AppealEvent.RedoStarted.class),
    SUPERVISED("supervised", AppealEvent.Supervised.class),
    LIMIT_NOTED("limitNoted", AppealEvent.LimitNoted.class),
    LIMIT_CHANGE_ASKED("limitChangeAsked", AppealEvent.LimitChangeAsked.class),
    LIMIT_CHANGE_REFUSED("limitChangeRefused", AppealEvent.LimitChangeRefused.class),
    LIMIT_CHANGE_LAPSED("limitChangeLapsed", AppealEvent.LimitChangeLapsed.class),
    LIMIT_MOVED("limitMoved", AppealEvent.LimitMoved.class),
    CORRECTED("corrected", AppealEvent.Corrected.class),
    CORRECTION_NOTED("correctionNoted", AppealEvent.CorrectionNoted.class),
    LONGER_HELD("longerHeld", AppealEvent.LongerHeld.class),
    LONGER_GRANTED("longerGranted", AppealEvent.LongerGranted.class),
    REPORTER_ACTED("reporterActed", AppealEvent.ReporterActed.class),
    CODE_REISSUED("codeReissued", AppealEvent.CodeReissued.class),
    REVIEW_TOLD("reviewTold", AppealEvent.ReviewTold.class),
    REVIEW_ANSWERED("reviewAnswered", AppealEvent.ReviewAnswered.class),
    SPLIT_TOLD("splitTold", AppealEvent.SplitTold.class),
    ENDED("ended", AppealEvent.Ended.class);

    private final String code;
    private final Class<? extends AppealEvent> event;

    AppealEventKind(String code, Class<? extends AppealEvent> event) {
        this.code = code;
        this.event = event;
    }

    /** As {@code appeal_event.kind} has it. */
    @Override
    public String code() {
        return code;
    }

    Class<? extends AppealEvent> event() {
        return event;
    }

    /** @throws java.util.NoSuchElementException if somebody added an event and no kind for it */
    static AppealEventKind of(AppealEvent event) {
        return Arrays.stream(values())
                .filter(kind -> kind.event == event.getClass())
                .findFirst()
                .orElseThrow();
    }
}
