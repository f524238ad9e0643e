package org.minqing.sla.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database from before the chain. */
class LedgerMigrationTest {

    @TempDir
    Path folder;

    @Test
    void rowsThatWereThereBeforeAreChainedInTheOrderInWhichTheyHappened() throws Exception {
        try (var database = new LedgerDatabase(folder, "3")) {
            var one = database.samples.appeal();
            var two = database.samples.appeal();
            for (var row : List.of("OPENED 09:00:00.001", "WARNED 11:00:00.0015", "MET 10:00:00")) {
                for (var appeal : List.of(one, two)) {
                    var part = row.split(" ");
                    database.jdbc
                            .sql("""
                                    insert into sla_ledger (appeal, clock, round, kind, occurred_at, due_at)
                                    values (?, 'RESPOND', 0, ?, ?::timestamptz, '2026-03-03T09:00:00Z')""")
                            .params(appeal, part[0], "2026-03-02T" + part[1] + "Z")
                            .update();
                }
            }
            database.migrate("latest");
            database.seal();
            var report = database.verify(List.of());
            assertThat(report.bad()).isNull();
            assertThat(report.rows()).isEqualTo(6);
            assertThat(database.jdbc
                            .sql("select seq || ' ' || kind from sla_ledger where appeal = ? order by id")
                            .param(one)
                            .query(String.class)
                            .list())
                    .containsExactly("1 OPENED", "2 MET", "3 WARNED");
            assertThatThrownBy(() -> database.jdbc.sql("delete from sla_ledger").update())
                    .hasMessageContaining("is written once");
        }
    }
}
