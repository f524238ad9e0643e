package org.minqing.plan;

import java.time.LocalDate;
import org.minqing.appeal.Actor;
import org.minqing.problem.Refusal;
import org.minqing.time.Times;

/**
 * What the handler of a plan wants, and another person decides.
 *
 * @param until   another date; null if he wants to end it
 * @param outcome what came of it instead; null if he wants another date
 * @param words   the reason, or the result as the resident will read it
 */
public record Request(Actor by, LocalDate until, String outcome, String words) {

    void requireAnother(String person) {
        if (by.person().equals(person)) {
            throw Refusal.conflict("不能审批自己提出的申请。", "Nobody decides on his own request.");
        }
    }

    /** For whoever decides. */
    public String told() {
        return until == null ? "申请结束挂账：" + words : "申请改为" + Times.day(until) + "前完成：" + words;
    }
}
