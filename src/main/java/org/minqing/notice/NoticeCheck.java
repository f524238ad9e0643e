package org.minqing.notice;

import java.time.Duration;
import org.minqing.notice.channel.Channel;
import org.minqing.organisation.Localities;
import org.springframework.stereotype.Component;

/** Nothing starts with a table by which somebody may be in danger and nobody hears of it, at whatever hour. */
@Component
public class NoticeCheck {

    private final NoticeTable table;
    private final Localities localities;

    NoticeCheck(NoticeTable table, Localities localities) {
        this.table = table;
        this.localities = localities;
    }

    /** @throws IllegalStateException naming the locality and what its table lacks */
    public void check() {
        for (var locality : localities.all()) {
            if (table.of(locality.code(), Fact.NEW_TASK, Telling.DANGER).stream()
                    .noneMatch(NoticeCheck::atOnce)) {
                throw new IllegalStateException("notices.dmn: " + locality.code()
                        + ": newTask, emergency: 有人处在危险中时，必须有一步马上通知待办岗位（offered），渠道含 desk，夜里也发。"
                        + "In danger one step must tell those who have the task, at once and at night.");
            }
        }
    }

    private static boolean atOnce(NoticeRule rule) {
        return rule.tell().equals(NoticeRule.OFFERED)
                && rule.channels().contains(Channel.DESK)
                && rule.after().equals(Duration.ZERO)
                && !rule.waits()
                && !rule.unlessTaken();
    }
}
