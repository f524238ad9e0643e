package org.minqing.intake;

import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.problem.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a resident another tracking code who has lost his (补发查询码). */
@Service
public class Reissuing {

    private final Appeals appeals;

    Reissuing(Appeals appeals) {
        this.appeals = appeals;
    }

    /**
     * The code of before shows nothing from now on. Also after the end: he still rates it, or asks for a review. The caller has
     * checked that this person may.
     *
     * @return the new code
     * @throws Refusal if there is no such appeal
     */
    @Transactional
    public String reissue(String number, Actor by) {
        var code = TrackingCodes.next();
        appeals.recode(number, code);
        appeals.openEvenEnded(number)
                .told((n, round, at) -> new AppealEvent.CodeReissued(n, round, at, by, "核对身份后补发查询码，原来的查询码作废"));
        return code;
    }
}
