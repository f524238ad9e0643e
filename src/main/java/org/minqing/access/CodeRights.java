package org.minqing.access;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEventKind;
import org.minqing.appeal.Timeline;
import org.minqing.organisation.Role;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** Who may tell a resident the code with which he follows his appeal; of others nobody learns it. */
@Component
public class CodeRights {

    private static final Set<Role> ANSWER_CALLS = Set.of(Role.DISPATCHER, Role.CALL_BACK, Role.REGISTRAR);

    private final AppealAccess access;
    private final Registering registering;
    private final Timeline timeline;
    private final InstantSource clock;

    CodeRights(AppealAccess access, Registering registering, Timeline timeline, InstantSource clock) {
        this.access = access;
        this.registering = registering;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Once it is taken down: only whoever took it down.
     *
     * @throws Refusal as if there were no such appeal
     */
    public Appeal takenDown(StaffMember person, String number) {
        var appeal = access.visible(person, number);
        if (!person.userId().equals(appeal.recordedBy())
                || registering.of(person.groups()).isEmpty()) {
            throw Refusal.notFound();
        }
        return appeal;
    }

    /**
     * The code for whoever took it down, while the resident is still there to be told; afterwards, or once there is another one, he
     * has it issued anew like everybody else, and that is written down.
     */
    public Optional<String> toldNow(Appeal takenDown) {
        return takenDown.submittedAt().plus(registering.codeTold()).isAfter(clock.instant())
                        && timeline.of(takenDown.number()).stream()
                                .noneMatch(step -> step.kind().equals(AppealEventKind.CODE_REISSUED.code()))
                ? Optional.of(takenDown.trackingCode())
                : Optional.empty();
    }

    /**
     * Another one: whoever answers his call.
     *
     * @throws Refusal as if there were no such appeal
     */
    public Appeal reissuable(StaffMember person, String number) {
        return Optional.of(access.contactVisible(person, number))
                .filter(a -> mayReissue(person, a))
                .orElseThrow(Refusal::notFound);
    }

    /** Whether he is to be offered that. */
    public boolean mayReissue(StaffMember person, Appeal appeal) {
        return person.roles().stream().anyMatch(ANSWER_CALLS::contains) && access.reaches(person, appeal);
    }
}
