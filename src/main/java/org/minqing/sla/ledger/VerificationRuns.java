package org.minqing.sla.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.minqing.database.TimeColumn;
import org.minqing.sla.ledger.VerificationRun.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Verifications in the database, so that a page that another node answers tells of them too. */
@Repository
class VerificationRuns {

    /** Whoever says nothing for so long has gone. */
    private static final Duration SILENT = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    VerificationRuns(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return empty if one is running */
    @Transactional
    Optional<Long> begin(String by) {
        jdbc.sql("select pg_advisory_xact_lock(28020, 47)").query(rs -> {});
        if (latest().filter(VerificationRun::running).isPresent()) {
            return Optional.empty();
        }
        var now = TimeColumn.of(clock.instant());
        return jdbc.sql("""
                        insert into ledger_verification (started_at, started_by, total, beat_at)
                        values (?, ?, (select count(*) from sla_ledger), ?) returning id""").params(now, by, now).query(Long.class).optional();
    }

    /** Outside of the snapshot that is being read, or nobody would see it before the end. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void beat(long id, long seen) {
        jdbc.sql("update ledger_verification set seen = ?, beat_at = ? where id = ?")
                .params(seen, TimeColumn.of(clock.instant()), id)
                .update();
    }

    void end(long id, Verification.Result r) {
        var bad = r.firstBad();
        jdbc.sql("""
                        update ledger_verification set ended_at = ?, seen = ?, appeals = ?, seals = ?, anchors = ?, sound = ?,
                          bad_id = ?, bad_appeal = ?, bad_what = ? where id = ?""")
                .params(
                        TimeColumn.of(clock.instant()),
                        r.rows(),
                        r.appeals(),
                        r.seals(),
                        r.anchors(),
                        r.sound(),
                        bad == null ? null : bad.id(),
                        bad == null ? null : bad.appeal(),
                        bad == null ? null : bad.what(),
                        id)
                .update();
    }

    void unreadable(long id) {
        jdbc.sql("update ledger_verification set ended_at = ? where id = ?")
                .params(TimeColumn.of(clock.instant()), id)
                .update();
    }

    Optional<VerificationRun> latest() {
        var alive = clock.instant().minus(SILENT);
        return jdbc.sql("select * from ledger_verification order by id desc limit 1")
                .query((rs, i) -> run(rs, alive))
                .optional();
    }

    private static VerificationRun run(ResultSet rs, Instant alive) throws SQLException {
        var ended = TimeColumn.read(rs, "ended_at");
        var result = ended == null || rs.getObject("sound") == null ? null : result(rs);
        return new VerificationRun(
                TimeColumn.read(rs, "started_at"),
                rs.getString("started_by"),
                rs.getLong("seen"),
                rs.getLong("total"),
                state(ended, result, TimeColumn.read(rs, "beat_at").isAfter(alive)),
                ended,
                result);
    }

    private static State state(Instant ended, Verification.Result result, boolean alive) {
        if (result != null) {
            return State.ENDED;
        }
        if (ended != null) {
            return State.UNREADABLE;
        }
        return alive ? State.RUNNING : State.BROKEN_OFF;
    }

    private static Verification.Result result(ResultSet rs) throws SQLException {
        var sound = rs.getBoolean("sound");
        return new Verification.Result(
                rs.getLong("seen"),
                rs.getLong("appeals"),
                rs.getLong("seals"),
                rs.getLong("anchors"),
                sound,
                sound
                        ? null
                        : new Verification.FirstBad(
                                rs.getLong("bad_id"), rs.getString("bad_appeal"), rs.getString("bad_what")));
    }
}
