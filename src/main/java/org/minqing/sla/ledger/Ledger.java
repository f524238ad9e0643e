package org.minqing.sla.ledger;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes facts down for ever, in the transaction that makes them true. The database itself chains them to the facts
 * before, and refuses the same fact twice and a verdict against a verdict.
 */
@Repository
public class Ledger {

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * In this order, in one statement.
     *
     * @throws org.springframework.dao.DuplicateKeyException if one of them is written already
     */
    public void write(List<LedgerFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into sla_ledger (appeal, clock, round, kind, step, occurred_at, due_at, unit, actor, detail)
                select * from unnest(:appeal::text[], :clock::text[], :round::int[], :kind::text[], :step::int[],
                    :at::timestamptz[], :due::timestamptz[], :unit::text[], :actor::text[], :detail::text[])""")
                .param("appeal", texts(facts, LedgerFact::appeal))
                .param("clock", texts(facts, LedgerFact::clock))
                .param("round", texts(facts, f -> Integer.toString(f.round())))
                .param("kind", texts(facts, f -> f.kind().name()))
                .param("step", texts(facts, f -> Integer.toString(f.step())))
                .param("at", texts(facts, f -> f.at().toString()))
                .param("due", texts(facts, f -> text(f.dueAt())))
                .param("unit", texts(facts, LedgerFact::unit))
                .param("actor", texts(facts, LedgerFact::actor))
                .param("detail", texts(facts, LedgerFact::detail))
                .update();
    }

    /** How many facts of that kind one clock has. */
    public int count(String appeal, String clock, int round, LedgerKind kind) {
        return jdbc.sql("select count(*) from sla_ledger where appeal = ? and clock = ? and round = ? and kind = ?")
                .params(appeal, clock, round, kind.name())
                .query(Integer.class)
                .single();
    }

    /** How often a clock was set going again before: after a void acceptance, or because it is one that may run several times. */
    public int turn(String appeal, String clock, int round) {
        return jdbc.sql("""
                        select count(*) from sla_ledger
                        where appeal = ? and clock = ? and round = ? and kind in ('OPENED', 'ACCEPTANCE_VOID')""").params(appeal, clock, round).query(Integer.class).single() - 1;
    }

    /** The unit with which a clock was opened last; a code. */
    public String openedFor(String appeal, String clock, int round) {
        return jdbc.sql("""
                select unit from sla_ledger where appeal = ? and clock = ? and round = ? and kind = 'OPENED'
                order by step desc limit 1""").params(appeal, clock, round).query(String.class).single();
    }

    private static String[] texts(List<LedgerFact> facts, Function<LedgerFact, String> part) {
        return facts.stream().map(part).toArray(String[]::new);
    }

    private static String text(Instant at) {
        return at == null ? null : at.toString();
    }
}
