package org.minqing.triage;

import org.minqing.appeal.Appeals;
import org.minqing.appeal.Decision;
import org.minqing.appeal.Limits;
import org.minqing.appeal.Responsibility;
import org.minqing.appeal.TierChoice;
import org.minqing.appeal.Track;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes down what the decisions of a round answered. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Triage {

    private final Appeals appeals;

    Triage(Appeals appeals) {
        this.appeals = appeals;
    }

    /**
     * @param urgency  code and name
     * @param whoLabel unit and post that will answer for it, as people read it
     */
    public void decided(
            String number,
            Track track,
            Urgency urgency,
            TierChoice tier,
            Responsibility who,
            String whoLabel,
            Limits limits) {
        var decision = new Decision(track, urgency.code(), urgency.name(), tier, who, limits.answerWithin());
        var text = "判定为" + urgency.name() + "，" + tier.name() + "，由" + whoLabel + "承办";
        appeals.open(number).decided(decision, limits, text);
    }
}
