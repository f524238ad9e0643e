package org.minqing.process.timers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.minqing.database.TimeColumn;
import org.minqing.desk.timers.RunningTimers;
import org.minqing.desk.timers.TimerFilter;
import org.minqing.desk.timers.TimerFound;
import org.minqing.desk.timers.TimerKind;
import org.minqing.desk.timers.TimerState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks at the engine's timers together with what our clocks asked for. */
@Repository
class EngineTimers implements RunningTimers {

    private final JdbcClient jdbc;

    EngineTimers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long count(TimerFilter filter) {
        return TimerSearch.count(jdbc, filter).query(Long.class).single();
    }

    @Override
    public List<TimerFound> find(TimerFilter filter, long most, long skip) {
        return TimerSearch.page(jdbc, filter, most, skip)
                .query(EngineTimers::timer)
                .list();
    }

    private static TimerFound timer(ResultSet rs, int row) throws SQLException {
        return new TimerFound(
                rs.getString("locality"),
                rs.getString("appeal"),
                TimerKind.valueOf(rs.getString("timer")),
                rs.getString("unit"),
                TimeColumn.read(rs, "due"),
                TimeColumn.read(rs, "asked"),
                TimerState.valueOf(rs.getString("state")),
                rs.getInt("retries"),
                rs.getBoolean("alarm"));
    }
}
