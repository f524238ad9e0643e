package org.minqing.sla.ledger;

import java.util.Optional;
import java.util.function.Consumer;
import org.minqing.database.AsTheProgram;
import org.minqing.sla.ledger.VerifyLedger.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens the ledger for reading, so that nothing changes between its parts. */
@Component
public class LedgerReading {

    private final LedgerRows ledger;
    private final LedgerExport export;
    private final Anchors anchors;
    private final JdbcClient jdbc;

    LedgerReading(LedgerRows ledger, LedgerExport export, Anchors anchors, JdbcClient jdbc) {
        this.ledger = ledger;
        this.export = export;
        this.anchors = anchors;
        this.jdbc = jdbc;
    }

    /** What the reader keeps of the snapshot is of no use after it has returned. */
    public void read(Consumer<LedgerSnapshot> reader) {
        ledger.inOneSnapshot(() -> {
            reader.accept(new LedgerSnapshot(ledger, export, anchors));
            return null;
        });
    }

    /** The same with the rows of appeals that whoever asks does not see: without them the chain would be broken. */
    public void readWhole(Consumer<LedgerSnapshot> reader) {
        AsTheProgram.run(() -> {
            read(reader);
            return null;
        });
    }

    /** Empty if nothing was sealed yet; within {@link #read} as it was then. */
    public Optional<Seal> newestSeal() {
        return jdbc.sql("select * from ledger_seal order by n desc limit 1")
                .query((rs, row) -> LedgerRows.seal(rs))
                .optional();
    }
}
