package org.minqing.proof.mould;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Very many appeals: copies of the moulds by SQL as the owner, each with its days, its numbers and its ledger. All times of
 * a copy are shifted alike, so that durations stay as they were; what is open is shifted only so far that the next thing due is
 * still to come, as it is in a system whose timers work.
 */
public final class Bulk {

    private static final int BATCH = 2_000;
    private static final int SLOTS = 4_000;
    private static final long WORTH_DROPPING_INDEXES = 5_000;

    private final DataSource owner;
    private final JdbcClient jdbc;
    private final MouldTables tables;
    private final TransactionTemplate transaction;

    public Bulk(DataSource owner) {
        this.owner = owner;
        jdbc = JdbcClient.create(owner);
        tables = new MouldTables(jdbc);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(owner));
    }

    /**
     * Spread over the three years before.
     *
     * @param detailed of how many in a hundred the engine's history has every step, decision and log
     */
    public void finished(long count, Instant now, int detailed) {
        var size = new Span(count);
        copies(size, now, detailed, "false", """
                (now::date - 1095 + (frac * (1093 - extract(day from t.taken - t.submitted)))::int
                  - (t.submitted at time zone 'Asia/Shanghai')::date) * interval '1 day' + (r * 240)::int * interval '1 minute'
                - interval '2 hours'""");
        load(size);
    }

    /** Submitted in the last sixty days. */
    public void open(long count, Instant now) {
        var size = new Span(count);
        copies(size, now, 100, "true", """
                date_trunc('minute', now - t.taken - r * greatest(interval '0', least(
                  coalesce(0.95 * (t.next_due - t.taken), interval '60 days'), interval '60 days' - (t.taken - t.submitted))))""");
        load(size);
    }

    /** Serials of copies. */
    private final class Span {
        final long first;
        final long last;

        Span(long count) {
            last = jdbc.sql("select setval('clone_serial', nextval('clone_serial') + ?)")
                    .param(count)
                    .query(Long.class)
                    .single();
            first = last - count + 1;
        }
    }

    /** Which template each copy takes: localities in turns of two, so that a duplicate finds its original next to it. */
    private void copies(Span span, Instant now, int detailed, String open, String shift) {
        jdbc.sql("drop table if exists mould.slot, mould.copy").update();
        jdbc.sql("""
                create table mould.slot as
                select dense_rank() over (order by locality) - 1 as locality, alone, s.slot, t.id as template
                from (select *, sum(weight) over w as upto, sum(weight) over (partition by locality, alone) as whole
                      from mould.template cross join (values (true), (false)) v(alone)
                      where open = %s and not (merged and alone)
                      window w as (partition by locality, alone order by id)) t
                join generate_series(0, %d) s(slot) on s.slot >= (upto - weight) / whole * %d and s.slot < upto / whole * %d""".formatted(open, SLOTS - 1, SLOTS, SLOTS)).update();
        jdbc.sql("analyze mould.slot").update();
        jdbc.sql("""
                create table mould.copy as
                with drawn as (
                  select n, (n / 2) %% (select max(locality) + 1 from mould.slot) as locality, n %% 2 = 0 as alone,
                         floor(random() * %d)::int as slot, random() as r, (n - :first)::float / (:last - :first + 1) as frac,
                         :now::timestamptz as now
                  from generate_series(:first, :last) n),
                shifted as (
                  select d.n, t.id as template, t.number as original, %s as shift, t.submitted
                  from drawn d join mould.slot using (locality, alone, slot) join mould.template t on t.id = template),
                numbered as (
                  select *, split_part(original, '-', 1) || '-'
                    || to_char((submitted + shift) at time zone 'Asia/Shanghai', 'YYYYMMDD') || '-C' || lpad(n::text, 7, '0') as number
                  from shifted)
                select n, template, original, shift, number, n %% 100 < :detailed as detailed, 'c' || lpad(to_hex(n), 11, '0') as hex,
                       coalesce(max(number) over (partition by n / 2 order by n rows between 1 preceding and 1 preceding), original) as partner,
                       coalesce(sum(size) over (order by n rows between unbounded preceding and 1 preceding), 0)::bigint as ledger_from,
                       size as ledger_rows
                from numbered join (select template, count(*) as size from mould.sla_ledger group by template) l using (template)""".formatted(SLOTS, shift))
                .param("first", span.first)
                .param("last", span.last)
                .param("detailed", detailed)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("alter table mould.copy add primary key (n)").update();
        jdbc.sql("analyze").update();
    }

    private void load(Span span) {
        if (span.last - span.first < WORTH_DROPPING_INDEXES) {
            insert(span);
        } else {
            try (var dropped = Indexes.dropped(owner, tables.names())) {
                insert(span);
            }
        }
        BulkLedger.seal(jdbc);
        jdbc.sql("vacuum analyze").update();
    }

    private void insert(Span span) {
        try (var writer = owner.getConnection();
                var statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            // Ids are given before the rows are there: as long as somebody is known to write, nobody seals beyond them.
            statement.execute("lock table sla_ledger in row exclusive mode");
            batches(span, BulkLedger.reserve(jdbc));
            writer.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void batches(Span span, long ledgerBegin) {
        var statements = new ArrayList<>(tables.names().stream()
                .filter(table -> !table.equals("sla_ledger"))
                .map(tables::copy)
                .toList());
        statements.add(BulkLedger.statement(jdbc));
        LongStream.rangeClosed(0, (span.last - span.first) / BATCH)
                .map(batch -> span.first + batch * BATCH)
                .parallel()
                .forEach(first -> batch(statements, first, Math.min(span.last, first + BATCH - 1), ledgerBegin));
    }

    private void batch(List<String> statements, long first, long last, long ledgerBegin) {
        transaction.executeWithoutResult(tx -> {
            // Nothing depends on them if the machine fails; and no trigger looks: chains come with the rows.
            jdbc.sql("set local synchronous_commit = off").update();
            jdbc.sql("set local session_replication_role = replica").update();
            for (var statement : statements) {
                jdbc.sql(statement)
                        .param("first", first)
                        .param("last", last)
                        .param("begin", ledgerBegin)
                        .update();
            }
        });
    }
}
