package org.minqing.proof.mould;

import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Many appeals that are just like one real open appeal, faster than they could be submitted: copies of all its rows, ours
 * and the engine's, written by SQL as the owner of the tables. The ledger chains its copies itself.
 */
public final class Clones {

    /** Each clone takes a lock of the ledger until its batch is committed, and the server has only so many. */
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** @param owner of the tables */
    public Clones(DataSource owner) {
        jdbc = JdbcClient.create(owner);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(owner));
        jdbc.sql("create sequence if not exists clone_serial").update();
    }

    /**
     * Copies an appeal as it stands now, its timers included.
     *
     * @return the numbers of the copies
     * @throws org.springframework.dao.EmptyResultDataAccessException if it is not open
     */
    public List<String> of(String number, int copies) {
        var statements = new CloneSql(jdbc).statements();
        var instance = jdbc.sql("select e.id_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_ "
                        + "where e.business_key_ = ? and e.parent_id_ is null and d.key_ = 'appealHandling'")
                .param(number)
                .query(String.class)
                .single();
        long last = jdbc.sql("select setval('clone_serial', nextval('clone_serial') + ?)")
                .param(copies)
                .query(Long.class)
                .single();
        long begin = last - copies + 1;
        return LongStream.iterate(begin, first -> first <= last, first -> first + BATCH)
                .boxed()
                .parallel()
                .map(first -> batch(statements, number, instance, first, Math.min(last, first + BATCH - 1)))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> batch(List<String> statements, String number, String instance, long first, long last) {
        return transaction.execute(tx -> {
            // Nothing depends on them if the machine fails.
            jdbc.sql("set local synchronous_commit = off").update();
            for (var statement : statements) {
                jdbc.sql(statement)
                        .param("number", number)
                        .param("instance", instance)
                        .param("first", first)
                        .param("last", last)
                        .update();
            }
            return jdbc.sql("select number from appeal where tracking_code between ? and ? order by tracking_code")
                    .params("CLONE%011d".formatted(first), "CLONE%011d".formatted(last))
                    .query(String.class)
                    .list();
        });
    }
}
