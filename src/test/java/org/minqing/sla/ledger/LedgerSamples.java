package org.minqing.sla.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Appeals without a process and rows of the ledger for them. */
final class LedgerSamples {

    static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    private static final String ROW = """
            insert into sla_ledger (appeal, clock, round, kind, step, occurred_at, due_at, unit, actor, detail)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient jdbc;

    LedgerSamples(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of a new appeal. */
    String appeal() {
        var number = "T-" + UUID.randomUUID();
        jdbc.sql("""
                insert into appeal (number, locality, channel, category, unit, title, facts, tracking_code, submitted_at,
                    status, respond_unit)
                values (?, 'nowhere', 'phone', 'other', 'u', 't', '{}', ?, now(), 'HANDLING', 'u')""").params(number, UUID.randomUUID().toString()).update();
        return number;
    }

    void row(String appeal, int step, Instant at) {
        row(appeal, step, at, "");
    }

    void row(String appeal, int step, Instant at, String detail) {
        var due = step % 3 == 0 ? null : at.plusSeconds(7200).atOffset(ZoneOffset.UTC);
        jdbc.sql(ROW)
                .params(appeal, "RESPOND", 0, "NOTED", step, at.atOffset(ZoneOffset.UTC), due, "unit", "actor", detail)
                .update();
    }
}
