package org.minqing.sla;

import java.time.Instant;
import java.util.List;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Timers as the application set them, moved them and saw them fire. What the engine says otherwise is an alarm. */
@Repository
public class TimerLog {

    /** The timers of an appeal. */
    public enum Timer {
        /** Whatever falls due next while it is handled. */
        LIMIT("时限定时器"),
        /** The end of the time to rate. */
        ANSWER("评价期满定时器"),
        /** The end of a pause. */
        PAUSE("暂停期满定时器"),
        /** Whatever falls due next of a plan. */
        PLAN("挂账定时器");

        private final String label;

        Timer(String label) {
            this.label = label;
        }

        /** The Chinese word for it. */
        public String label() {
            return label;
        }
    }

    /** @param act SET, MOVED or FIRED */
    public record Entry(Timer timer, String act, Instant at, Instant dueAt) {}

    private final JdbcClient jdbc;

    TimerLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void set(String appeal, Timer timer, Instant at, Instant due) {
        write(appeal, timer, "SET", at, due);
    }

    public void moved(String appeal, Timer timer, Instant at, Instant due) {
        write(appeal, timer, "MOVED", at, due);
    }

    /** It fired, for the moment for which it was last set or moved. */
    public void fired(String appeal, Timer timer, Instant at) {
        jdbc.sql("""
                insert into sla_timer (appeal, timer, act, at, due_at)
                select appeal, timer, 'FIRED', :at, due_at from sla_timer
                where appeal = :appeal and timer = :timer order by id desc limit 1""")
                .param("appeal", appeal)
                .param("timer", timer.name())
                .param("at", TimeColumn.of(at))
                .update();
    }

    /** Oldest first. */
    public List<Entry> of(String appeal) {
        return jdbc.sql("select timer, act, at, due_at from sla_timer where appeal = ? order by id")
                .param(appeal)
                .query((rs, row) -> new Entry(
                        Timer.valueOf(rs.getString("timer")),
                        rs.getString("act"),
                        TimeColumn.read(rs, "at"),
                        TimeColumn.read(rs, "due_at")))
                .list();
    }

    private void write(String appeal, Timer timer, String act, Instant at, Instant due) {
        jdbc.sql("insert into sla_timer (appeal, timer, act, at, due_at) values (?, ?, ?, ?, ?)")
                .params(appeal, timer.name(), act, TimeColumn.of(at), TimeColumn.of(due))
                .update();
    }
}
