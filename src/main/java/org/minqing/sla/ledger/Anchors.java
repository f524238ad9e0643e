package org.minqing.sla.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.minqing.sla.ledger.VerifyLedger.Anchor;
import org.minqing.time.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Once a day the newest seal is an anchor and leaves the system: who rewrites the database cannot rewrite what was sent
 * away. An anchor that could not be sent is tried again at every turn.
 */
@Component
class Anchors {

    private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final AnchorFile file;
    private final AnchorMail mail;

    Anchors(JdbcClient jdbc, InstantSource clock, AnchorFile file, AnchorMail mail) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.file = file;
        this.mail = mail;
    }

    /** Takes today's anchor if nobody has, and sends away what has not been sent. */
    void turn() {
        var now = clock.instant();
        try {
            jdbc.sql("""
                    insert into ledger_anchor (day, seal, digest, rows_total, at)
                    select :day, n, digest, (select sum(rows) from ledger_seal), :at from ledger_seal
                    order by n desc limit 1
                    on conflict do nothing""")
                    .param("day", now.atZone(Times.ZONE).toLocalDate())
                    .param("at", now.atOffset(ZoneOffset.UTC))
                    .update();
            file.append(all());
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The anchors could not be written to {} and are tried again: {}", file, e.toString());
        } catch (RuntimeException e) {
            LOG.warn("The anchor of today could not be taken and is tried again: {}", e.getMessage());
        }
        mail.send(now);
    }

    /** All anchors by day. */
    List<Anchor> all() {
        return jdbc.sql("select * from ledger_anchor order by day")
                .query((rs, row) -> anchor(rs))
                .list();
    }

    static Anchor anchor(ResultSet rs) throws SQLException {
        return new Anchor(rs.getString("day"), rs.getLong("seal"), rs.getLong("rows_total"), rs.getString("digest"));
    }
}
