package org.minqing.duties;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.minqing.appeal.AppealEventKind;
import org.minqing.code.Coded;
import org.minqing.organisation.Role;

/**
 * What somebody does in an appeal (职责), and by which events the timeline knows who did it. Which of them exclude each other is
 * said in {@code separation.yml} and nowhere else.
 */
public enum Duty implements Coded {
    NAMING("naming", "登记被反映人", Role.HANDLER, AppealEventKind.SUBJECT_NAMED),
    DISPATCHING("dispatching", "派单", Role.DISPATCHER, AppealEventKind.DISPATCHED),
    MERGING("merging", "合并重复件", Role.DISPATCHER),
    HANDLING(
            "handling",
            "办理",
            Role.HANDLER,
            AppealEventKind.RESPONDED,
            AppealEventKind.CONTACTED,
            AppealEventKind.CONTACT_MISSED,
            AppealEventKind.ARRIVED,
            AppealEventKind.DANGER_REMOVED,
            AppealEventKind.ORDER_TAKEN,
            AppealEventKind.PROGRESSED,
            AppealEventKind.CONSULTED,
            AppealEventKind.RESULTED,
            AppealEventKind.RETURNED),
    /** Whoever gives an opinion to the post that leads. */
    CO_HANDLING("coHandling", "会办", Role.HANDLER, AppealEventKind.OPINION_GIVEN),
    /** Says which of the units that gave it back has it all the same. */
    SETTLING("settling", "裁定", Role.DISPATCHER, AppealEventKind.REMIT_SETTLED),
    REQUESTING("requesting", "申请调整时限", Role.HANDLER, AppealEventKind.LIMIT_CHANGE_ASKED),
    APPROVING("approving", "审批时限调整", Role.SUPERVISOR),
    CORRECTING("correcting", "更正研判", Role.DISPATCHER, AppealEventKind.CORRECTED),
    APPROVING_CORRECTION("approvingCorrection", "更正审批", Role.SUPERVISOR),
    /** Says that what a text hints at is not so. */
    LOWERING("lowering", "认定提示不成立", Role.DISPATCHER),
    SUPERVISING("supervising", "督办", Role.SUPERVISOR, AppealEventKind.REMINDED, AppealEventKind.REASSIGNED),
    /** The timeline knows it, as it knows the words of whoever supervised, by one kind of event. */
    REVIEWING("reviewing", "复核", Role.SUPERVISOR, AppealEventKind.SUPERVISED),
    /** Reviews for the level above, once it has ended. */
    HIGHER_REVIEW("higherReview", "复查复核", Role.SUPERVISOR, AppealEventKind.REVIEW_ANSWERED),
    /** Passes a review on to whoever answers it elsewhere. */
    PASSING_REVIEW("passingReview", "转送复查复核", Role.DISPATCHER),
    CHECKING("checking", "联系核实", Role.SUPERVISOR, AppealEventKind.CONTACT_CHECKED),
    CALLING_BACK("callingBack", "回访", Role.CALL_BACK, AppealEventKind.CALL_MISSED, AppealEventKind.RATED);

    /** While somebody does one of these, an appeal is in work: there is no result yet. */
    static final Set<Duty> WORK = Set.of(NAMING, DISPATCHING, SETTLING, HANDLING, CO_HANDLING);

    private final String code;
    private final String label;
    private final Role role;
    private final List<AppealEventKind> events;

    Duty(String code, String label, Role role, AppealEventKind... events) {
        this.code = code;
        this.label = label;
        this.role = role;
        this.events = List.of(events);
    }

    /** As {@code separation.yml} writes it. */
    @Override
    public String code() {
        return code;
    }

    /** In Chinese. */
    public String label() {
        return label;
    }

    /** What those do whose duty it is, as a rule; others stand in for them. */
    Role role() {
        return role;
    }

    boolean recordedBy(String kind) {
        return events.stream().anyMatch(event -> event.code().equals(kind));
    }

    /** Whether the timeline tells who did it. */
    public boolean recorded() {
        return !events.isEmpty();
    }

    static List<String> events(Set<Duty> duties) {
        return Arrays.stream(values())
                .filter(duties::contains)
                .flatMap(duty -> duty.events.stream())
                .map(AppealEventKind::code)
                .toList();
    }
}
