package org.minqing.sla.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minqing.sla.ledger.LedgerSamples.START;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.minqing.support.Owner;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database makes of a row that is inserted. */
@MinqingTest
class LedgerChainTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource application;

    private LedgerSamples samples;

    @BeforeEach
    void samples() {
        samples = new LedgerSamples(jdbc);
    }

    @Test
    void aRowContinuesTheChainOfItsAppealAndOfNoOther() {
        var appeal = samples.appeal();
        var other = samples.appeal();
        for (int i = 0; i < 5; i++) {
            samples.row(appeal, i, START.plusSeconds(i));
            samples.row(other, i, START);
        }
        assertThat(sequence(appeal)).containsExactly(1, 2, 3, 4, 5);
        assertThat(rows(appeal).get(0).prevHash()).isEqualTo("0".repeat(64));
        assertThat(VerifyLedger.chains(rows(appeal).iterator()).bad()).isNull();
        assertThat(VerifyLedger.chains(rows(other).iterator()).bad()).isNull();
    }

    @Test
    void manyRowsOfOneStatementAreChainedInTheirOrder() {
        var appeal = samples.appeal();
        jdbc.sql("""
                with a as (select number from appeal where number = :appeal),
                first as (
                  insert into sla_ledger (appeal, clock, round, kind, occurred_at, due_at)
                  select number, 'RESPOND', 0, 'OPENED', now()::timestamp(3), null from a)
                insert into sla_ledger (appeal, clock, round, kind, occurred_at, due_at)
                select number, 'RESPOND', 0, 'MET', now()::timestamp(3), null::timestamptz from a
                union all select number, 'RESPOND', 0, 'DONE_LATE', now()::timestamp(3), null from a
                on conflict do nothing""").param("appeal", appeal).update();
        assertThat(sequence(appeal)).containsExactly(1, 2, 3);
        assertThat(VerifyLedger.chains(rows(appeal).iterator()).bad()).isNull();
    }

    @Test
    void whatIsThereAlreadyLeavesNoGapInTheChain() {
        var appeal = samples.appeal();
        samples.row(appeal, 1, START);
        jdbc.sql("""
                insert into sla_ledger (appeal, clock, round, kind, step, occurred_at)
                values (?, 'RESPOND', 0, 'NOTED', 1, now()::timestamp(3)) on conflict do nothing""").param(appeal).update();
        samples.row(appeal, 2, START);
        assertThat(sequence(appeal)).containsExactly(1, 2);
    }

    @Test
    void whatACallerSaysAboutTheChainIsNotBelieved() {
        var appeal = samples.appeal();
        jdbc.sql("""
                insert into sla_ledger (id, appeal, clock, round, kind, occurred_at, seq, prev_hash, hash)
                values (1, ?, 'RESPOND', 0, 'OPENED', now()::timestamp(3), 99, 'forged', 'forged')""").param(appeal).update();
        assertThat(sequence(appeal)).containsExactly(1);
        assertThat(VerifyLedger.chains(rows(appeal).iterator()).bad()).isNull();
    }

    @Test
    void aBackdatedRowIsRefused() {
        var appeal = samples.appeal();
        samples.row(appeal, 1, START);
        assertThatThrownBy(() -> samples.row(appeal, 2, START.minusMillis(1)))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("backdated")
                .hasMessageContaining(appeal);
        assertThat(sequence(appeal)).containsExactly(1);
    }

    @Test
    void aTimeThatIsNotOfWholeMillisecondsIsRefused() {
        var appeal = samples.appeal();
        assertThatThrownBy(() -> samples.row(appeal, 1, START.plusNanos(1000)))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("whole milliseconds");
        assertThat(rows(appeal)).isEmpty();
    }

    @Test
    void textsThatWouldBlurTheFieldsOrFillTheLedgerAreRefused() {
        var appeal = samples.appeal();
        for (var detail : List.of("a\u001fb", "长".repeat(401))) {
            assertThatThrownBy(() -> samples.row(appeal, 1, START, detail))
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        samples.row(appeal, 1, START, "长".repeat(400));
        assertThat(VerifyLedger.chains(rows(appeal).iterator()).bad()).isNull();
    }

    @Test
    void sealsAndAnchorsAreWrittenOnceToo() {
        var owner = JdbcClient.create(Owner.of(application));
        samples.row(samples.appeal(), 1, START);
        jdbc.sql("select * from seal_ledger(now()::timestamp(3), 100000)")
                .query()
                .listOfRows();
        for (var statement : Map.of(
                        "ledger_seal",
                        "update ledger_seal set rows = rows + 1; delete from ledger_seal; truncate ledger_seal cascade",
                        "sla_ledger",
                        "truncate sla_ledger",
                        "ledger_anchor",
                        "truncate ledger_anchor cascade")
                .entrySet()) {
            for (var sql : statement.getValue().split("; ")) {
                assertThatThrownBy(() -> owner.sql(sql).update())
                        .hasMessageContaining("is written once and not changed");
            }
        }
    }

    private List<Integer> sequence(String appeal) {
        return rows(appeal).stream().map(VerifyLedger.Row::seq).toList();
    }

    private List<VerifyLedger.Row> rows(String appeal) {
        return Collections.unmodifiableList(jdbc.sql("select * from sla_ledger where appeal = ? order by id")
                .param(appeal)
                .query((rs, row) -> LedgerRows.row(rs))
                .list());
    }
}
