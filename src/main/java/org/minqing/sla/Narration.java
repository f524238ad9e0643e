package org.minqing.sla;

import java.time.Duration;
import org.minqing.appeal.Times;

/** Tells how a deadline came about, so that an official can read it aloud. */
public final class Narration {

    private Narration() {}

    /** Such as {@code 5月22日 19:00 起算，限 24 小时，不分昼夜连续计算，应于 5月23日 19:00 前响应；5月23日 08:00 完成，按时。} */
    public static String of(Clock c) {
        var text = Times.words(c.openedAt()) + " 起算，限 " + length(c.budget()) + "，不分昼夜连续计算，应于 " + Times.words(c.dueAt())
                + " 前" + c.kind().label();
        if (c.outcome() == Clock.Outcome.CANCELLED) {
            return text + "；" + Times.words(c.stoppedAt()) + " 因诉求结束停止计时。";
        }
        if (c.stoppedAt() != null) {
            return text + "；" + Times.words(c.stoppedAt()) + " 完成，"
                    + c.outcome().label() + "。";
        }
        return c.outcome() == null ? text + "；正在计时。" : text + "；已超时，尚未完成。";
    }

    private static String length(Duration d) {
        if (d.toDays() > 1 && d.equals(Duration.ofDays(d.toDays()))) {
            return d.toDays() + " 天";
        }
        return d.toMinutesPart() == 0 ? d.toHours() + " 小时" : d.toMinutes() + " 分钟";
    }
}
