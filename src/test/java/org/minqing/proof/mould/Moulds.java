package org.minqing.proof.mould;

import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What real appeals looked like at the moment we chose, all their rows, ours and the engine's, in a schema {@code mould}
 * beside the real one: a table for each table, with the id of the appeal's template in front.
 */
public final class Moulds {

    private final JdbcClient jdbc;
    private final MouldTables tables;

    public Moulds(DataSource owner) {
        jdbc = JdbcClient.create(owner);
        tables = new MouldTables(jdbc);
    }

    public void create() {
        jdbc.sql("drop schema if exists mould cascade").update();
        jdbc.sql("create schema mould").update();
        jdbc.sql("create sequence if not exists clone_serial").update();
        jdbc.sql("""
                create table mould.template (id int primary key generated always as identity, number text not null unique,
                    instance text not null, life text not null, open boolean not null, merged boolean not null,
                    locality text not null, weight float not null, submitted timestamptz not null, taken timestamptz not null,
                    next_due timestamptz)""").update();
        for (var table : tables.names()) {
            jdbc.sql("create table mould." + table + " as select 0 as template, t.* from public." + table
                            + " t limit 0")
                    .update();
        }
    }

    /** @param at the time by the clock of the application */
    public void take(Life life, String number, Instant at) {
        int template = jdbc.sql("""
                insert into mould.template (number, instance, life, open, merged, locality, weight, submitted, taken, next_due)
                select a.number, p.proc_inst_id_, :life, :open, :merged, a.locality, :weight, a.submitted_at, :at,
                       (select min(duedate_) at time zone 'Asia/Shanghai' from act_ru_job where process_instance_id_ = p.proc_inst_id_)
                from appeal a join act_hi_procinst p on p.business_key_ = a.number and p.proc_def_key_ = 'appealHandling' where a.number = :number returning id""")
                .param("life", life.name())
                .param("open", life.open())
                .param("merged", life.merged())
                .param("weight", life.weight())
                .param("number", number)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        for (var table : tables.names()) {
            jdbc.sql("insert into mould." + table + " select :template, t.* from public." + table + " t where "
                            + tables.ofOne(
                                    table,
                                    "(select number from mould.template where id = :template)",
                                    "(select instance from mould.template where id = :template)"))
                    .param("template", template)
                    .update();
        }
    }
}
