package org.minqing.sla.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minqing.sla.ledger.LedgerSamples.START;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minqing.support.Seed;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Many write and two seal at the same time. */
class LedgerConcurrencyTest {

    private static final int WRITERS = 8;
    private static final int TRANSACTIONS = 100;

    @TempDir
    static Path folder;

    static LedgerDatabase database;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(database.pool));

    @BeforeAll
    static void start() throws Exception {
        database = new LedgerDatabase(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void chainsHaveNoGapsAndSealsMissNothingWhileAllWriteAtOnce() throws Exception {
        var shared = database.samples.appeal();
        var step = new AtomicInteger();
        var written = new AtomicInteger();
        var writing = new CountDownLatch(WRITERS);
        var seed = Seed.any();
        var started = System.nanoTime();
        var writers = IntStream.range(0, WRITERS)
                .mapToObj(i -> threads.submit(() -> {
                    try {
                        write(new Random(seed + i), shared, step, written);
                    } finally {
                        writing.countDown();
                    }
                }))
                .toList();
        var sealers = List.of(threads.submit(() -> sealUntil(writing)), threads.submit(() -> sealUntil(writing)));
        for (var one : writers) {
            one.get();
        }
        var seconds = (System.nanoTime() - started) / 1e9;
        for (Future<?> one : sealers) {
            one.get();
        }
        database.seal();
        var report = database.verify(List.of());
        System.out.printf(
                "ledger: %d rows by %d writers in %.1f s, %.0f rows/s, %d seals%n",
                written.get(), WRITERS, seconds, written.get() / seconds, report.seals());
        assertThat(report.bad()).isNull();
        assertThat(count("select count(*) from sla_ledger where appeal = '" + shared + "'"))
                .isEqualTo(count("select max(seq) from sla_ledger where appeal = '" + shared + "'"))
                .isPositive();
        assertThat(report.rows()).isGreaterThanOrEqualTo(written.get());
        assertThat(count("select sum(rows) from ledger_seal")).isEqualTo(report.rows());
    }

    private void write(Random random, String shared, AtomicInteger step, AtomicInteger written) {
        var own = database.samples.appeal();
        for (int i = 0; i < TRANSACTIONS; i++) {
            var appeal = i % 2 == 0 ? shared : own;
            var many = 1 + random.nextInt(3);
            var undone = random.nextInt(8) == 0;
            transaction.executeWithoutResult(status -> {
                for (int k = 0; k < many; k++) {
                    database.samples.row(appeal, step.incrementAndGet(), START);
                }
                if (undone) {
                    status.setRollbackOnly();
                } else {
                    written.addAndGet(many);
                }
            });
        }
    }

    private static void sealUntil(CountDownLatch end) {
        while (end.getCount() > 0) {
            database.seal();
        }
    }

    @Test
    void aRowThatIsCommittedLateIsWaitedForAndSealedInItsPlace() throws Exception {
        var late = database.samples.appeal();
        var early = database.samples.appeal();
        var inserted = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var writer = threads.submit(() -> transaction.executeWithoutResult(status -> {
            database.samples.row(late, 1, START);
            inserted.countDown();
            await(mayCommit);
        }));
        inserted.await();
        database.samples.row(early, 1, START);
        var sealer = threads.submit(database::seal);
        while (count(
                        "select count(*) from pg_stat_activity where query like '%seal_ledger(%' and wait_event = 'PgSleep'")
                == 0) {
            assertThat(sealer.isDone()).isFalse();
        }
        // Nobody who writes meanwhile waits for the sealer.
        database.samples.row(early, 2, START);
        mayCommit.countDown();
        writer.get();
        var seal = sealer.get().get(0);
        assertThat(seal.rowIds()).endsWith("-" + id(early, 1));
        assertThat(id(late, 1)).isLessThan(id(early, 1));
        database.seal();
        assertThat(database.verify(List.of()).bad()).isNull();
    }

    @Test
    void aWriterThatDoesNotEndPutsTheSealOffAndNothingIsSealedPastIt() throws Exception {
        var slow = database.samples.appeal();
        var seals = count("select count(*) from ledger_seal");
        transaction.executeWithoutResult(status -> {
            database.samples.row(slow, 1, START);
            var sealer = threads.submit(database::seal);
            assertThatThrownBy(sealer::get).hasMessageContaining("does not come to its end");
        });
        assertThat(count("select count(*) from ledger_seal")).isEqualTo(seals);
        assertThat(database.seal()).hasSize(1);
    }

    @Test
    void ofTwoSealersOneWinsAndTheOtherFindsNothing() throws Exception {
        database.samples.row(database.samples.appeal(), 1, START);
        transaction.executeWithoutResult(status -> {
            assertThat(database.seal()).hasSize(1);
            try {
                assertThat(threads.submit(database::seal).get()).isEmpty();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        assertThat(database.seal()).isEmpty();
        assertThat(database.verify(List.of()).bad()).isNull();
    }

    private static long id(String appeal, int seq) {
        return database.jdbc
                .sql("select id from sla_ledger where appeal = ? and seq = ?")
                .params(appeal, seq)
                .query(Long.class)
                .single();
    }

    private static long count(String sql) {
        return database.jdbc.sql(sql).query(Long.class).single();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
