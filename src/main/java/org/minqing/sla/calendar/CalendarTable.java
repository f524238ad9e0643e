package org.minqing.sla.calendar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps every yearly file that ever counted. */
@Component
class CalendarTable {

    private final JdbcClient jdbc;

    CalendarTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it was not known yet */
    boolean record(CalendarFile file, Instant at) {
        return jdbc.sql("""
                        insert into working_calendar (year, digest, content, recorded_at)
                        values (:year, :digest, :content, :at) on conflict do nothing""")
                        .param("year", file.year().year())
                        .param("digest", file.digest())
                        .param("content", file.text())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** The latest recorded file of each year. */
    List<CalendarFile> latest() {
        return jdbc.sql("select distinct on (year) year, content from working_calendar order by year, id desc")
                .query((rs, row) -> CalendarFile.of(rs.getInt("year") + ".yml", rs.getString("content")))
                .list();
    }
}
