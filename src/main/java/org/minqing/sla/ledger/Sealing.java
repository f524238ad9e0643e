package org.minqing.sla.ledger;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.minqing.sla.ledger.VerifyLedger.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Folds the new rows of all appeals into the next seal. Any node may do it at any time; the database lets one. */
@Component
public class Sealing {

    /** So that one seal stays a small statement; more rows make more seals. */
    private static final int MOST = 50_000;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Sealing(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Seals at most 50,000 rows.
     *
     * @return empty if there is nothing new, or if another node is just sealing
     * @throws org.springframework.dao.DataAccessException if a writer of the ledger does not end within three seconds
     */
    public Optional<Seal> seal() {
        return jdbc.sql("select * from seal_ledger(?, ?)")
                .params(clock.instant().atOffset(ZoneOffset.UTC), MOST)
                .query((rs, row) -> LedgerRows.seal(rs))
                .optional();
    }
}
