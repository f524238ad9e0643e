package org.minqing.triage;

import java.time.InstantSource;
import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Limits;
import org.minqing.appeal.Responsibility;
import org.minqing.appeal.TierChoice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes down what the four decisions of a round answered. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Triage {

    private final Appeals appeals;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Triage(Appeals appeals, InstantSource clock, ApplicationEventPublisher events) {
        this.appeals = appeals;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @param urgency  code and name
     * @param whoLabel unit and post that will answer for it, as people read it
     */
    public void decided(
            String number,
            int round,
            Urgency urgency,
            TierChoice tier,
            Responsibility who,
            String whoLabel,
            Limits limits) {
        appeals.decided(number, urgency.code(), urgency.name(), tier, who, limits);
        var text = "判定为" + urgency.name() + "，" + tier.name() + "，由" + whoLabel + "承办";
        events.publishEvent(new AppealEvent.Decided(number, round, clock.instant(), Actor.SYSTEM, text, limits));
    }
}
