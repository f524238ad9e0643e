package org.minqing.notice;

import java.time.Instant;
import java.time.LocalTime;
import org.minqing.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When somebody does not want to be disturbed (免打扰): his own hours, or those of {@code notices.yml}. */
@Component
class QuietHours {

    /** By Shanghai's time; across midnight if it ends before it begins, and never if it ends when it begins. */
    record Quiet(LocalTime from, LocalTime to) {

        private boolean covers(LocalTime at) {
            return from.isBefore(to)
                    ? !at.isBefore(from) && at.isBefore(to)
                    : to.isBefore(from) && (!at.isBefore(from) || at.isBefore(to));
        }

        /** That moment, or the end of the hours in which it lies. */
        Instant endFrom(Instant at) {
            var there = at.atZone(Times.ZONE);
            if (!covers(there.toLocalTime())) {
                return at;
            }
            var end = there.with(to);
            return (end.isAfter(there) ? end : end.plusDays(1)).toInstant();
        }
    }

    private final JdbcClient jdbc;
    private final NoticeWords words;

    QuietHours(JdbcClient jdbc, NoticeWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /** When it may reach him: then, or when his hours are over. */
    Instant endFor(String receiver, Instant at) {
        return jdbc.sql("select quiet_from, quiet_to from notice_setting where person = ? and quiet_from is not null")
                .param(receiver)
                .query((rs, row) -> new Quiet(
                        rs.getObject("quiet_from", LocalTime.class), rs.getObject("quiet_to", LocalTime.class)))
                .optional()
                .orElseGet(words::quiet)
                .endFrom(at);
    }
}
