package org.minqing.proof.mould;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger of many copies at once: its trigger makes some hundred appeals a second whole, so the rows come with their
 * chain, step by step for all copies together, by the formula of {@code V4__ledger.sql}. That it is the same is proved by
 * verifying.
 */
final class BulkLedger {

    /** Of the rows {@code :first} to {@code :last} of {@code mould.copy}; the ids of all come after {@code :begin}. */
    private static final String CHAIN = """
            with recursive chain as (
              select c.template, c.number, c.shift, :begin + c.ledger_from as ledger_from, 0 as seq, repeat('0', 64) as hash,
                     null::public.sla_ledger as row
              from mould.copy c where c.n between :first and :last
              union all
              select p.template, p.number, p.shift, p.ledger_from, t.seq, h.hash,
                     row(%s)::public.sla_ledger
              from chain p join mould.sla_ledger t on t.template = p.template and t.seq = p.seq + 1
              cross join lateral (select encode(sha256(convert_to(array_to_string(array[
                'v1', (p.ledger_from + t.seq)::text, p.number, t.seq::text, t.clock, t.round::text, t.kind, t.step::text,
                public.ledger_time(t.occurred_at + p.shift), public.ledger_time(t.due_at + p.shift),
                t.unit, t.actor, t.detail, p.hash], chr(31), ''), 'UTF8')), 'hex') as hash) h)
            insert into public.sla_ledger select (row).* from chain where seq > 0""";

    private BulkLedger() {}

    /** The statement, with every column the table has. */
    static String statement(JdbcClient jdbc) {
        var columns = jdbc.sql("""
                select string_agg(case column_name
                    when 'id' then 'p.ledger_from + t.seq' when 'appeal' then 'p.number' when 'prev_hash' then 'p.hash'
                    when 'hash' then 'h.hash' when 'occurred_at' then 't.occurred_at + p.shift'
                    when 'due_at' then 't.due_at + p.shift' else 't.' || column_name end, ', ' order by ordinal_position)
                from information_schema.columns where table_schema = 'public' and table_name = 'sla_ledger'""").query(String.class).single();
        return CHAIN.formatted(columns);
    }

    /** @return the id before the first of all copies that wait */
    static long reserve(JdbcClient jdbc) {
        return jdbc.sql("""
                select setval('sla_ledger_id_seq', nextval('sla_ledger_id_seq') + size) - size
                from (select sum(ledger_rows)::bigint as size from mould.copy) c""").query(Long.class).single();
    }

    /** Seals all that is not sealed yet, as the application's sealer would in its turns. */
    static void seal(JdbcClient jdbc) {
        while (jdbc.sql("select count(*) from seal_ledger(date_trunc('milliseconds', clock_timestamp()), 50000)")
                        .query(Integer.class)
                        .single()
                > 0) {
            // The next 50,000.
        }
    }
}
