package org.minqing.supervision;

import java.time.InstantSource;
import org.minqing.appeal.AppealEventKind;
import org.minqing.appeal.Timeline;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A supervisor reminds whoever handles an appeal (催办), not more often than the rules say. */
@Service
public class Reminding {

    private final InHand inHand;
    private final Timeline timeline;
    private final SupervisionRules rules;
    private final InstantSource clock;

    Reminding(InHand inHand, Timeline timeline, SupervisionRules rules, InstantSource clock) {
        this.inHand = inHand;
        this.timeline = timeline;
        this.rules = rules;
        this.clock = clock;
    }

    /** @throws Refusal if he has it himself, it has ended, its result waits for the resident, or somebody reminded a short while ago */
    @Transactional
    public void remind(StaffMember person, String number) {
        var appeal = inHand.open(number, person.userId());
        var now = clock.instant();
        timeline.of(number).stream()
                .filter(e -> e.kind().equals(AppealEventKind.REMINDED.code())
                        && e.at().plus(rules.remindEvery()).isAfter(now))
                .findAny()
                .ifPresent(e -> {
                    throw Refusal.conflict(
                            Times.words(e.at()) + " 已经催办过，" + Times.words(e.at().plus(rules.remindEvery()))
                                    + " 以后可以再催。",
                            "The appeal was reminded of a short while ago.");
                });
        appeal.reminded(inHand.supervisor(person), "催办：请抓紧办理");
    }
}
