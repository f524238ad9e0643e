package org.minqing.sla.ledger;

import java.util.List;
import javax.sql.DataSource;
import org.minqing.database.Snapshot;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The verifier over a database without the application. */
public final class LedgerFromOutside {

    private LedgerFromOutside() {}

    /** Rows and seals, without anchors. */
    public static VerifyLedger.Report verify(DataSource database) {
        var ledger = new LedgerRows(database, new Snapshot(new DataSourceTransactionManager(database)));
        return ledger.inOneSnapshot(() -> {
            try (var rows = ledger.rows(Selection.all());
                    var seals = ledger.seals()) {
                return VerifyLedger.all(rows.iterator(), seals.iterator(), List.of());
            }
        });
    }
}
