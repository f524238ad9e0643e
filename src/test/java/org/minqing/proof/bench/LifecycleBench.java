package org.minqing.proof.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.minqing.support.Owner;

/**
 * Appeals from submission to rated close, through our services and, beside it in the same run and on the same server,
 * through a stock engine. The sides take turns, so that what else the machine does hits both.
 */
class LifecycleBench {

    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("minqing.bench.seconds", 30));
    private static final int REPETITIONS = Integer.getInteger("minqing.bench.repetitions", 3);
    private static final int WARM_UP = Integer.getInteger("minqing.bench.warm-up", 400);
    private static final int COUNTED = 100;

    void lifecycles() throws Exception {
        var data = Folders.empty("lifecycle");
        try (var ours = new Ours(data);
                var pool = poolLike(ours.database().unwrap(HikariDataSource.class));
                var stock = new Stock(pool)) {
            var plain = new PlainSql(pool);
            var report = new Report("Lifecycles: submit, three tasks, rating; %d threads".formatted(Load.THREADS));
            report.line("database: %s", settings(pool));
            for (int i = 0; i < 2; i++) {
                Load.times(WARM_UP / 2, ours::lifecycle);
                Load.times(WARM_UP / 2, stock::lifecycle);
            }
            measure(report, data, ours, stock, plain);
            for (var side : List.of(ours, stock)) {
                count(report, side);
            }
            report.write();
        }
    }

    private static void measure(Report report, Path data, Side ours, Side stock, PlainSql plain)
            throws IOException, InterruptedException {
        var oursTurns = new Turns(data);
        var stockTurns = new Turns(data);
        var plainTurns = new Turns(data);
        for (int i = 0; i < REPETITIONS; i++) {
            oursTurns.take(MEASURED, ours::lifecycle);
            stockTurns.take(MEASURED, stock::lifecycle);
            plainTurns.take(MEASURED.dividedBy(6), plain::lifecycle);
        }
        report.line("ours: %s", oursTurns.speed());
        report.line("stock Camunda 7.24: %s", stockTurns.speed());
        report.line("plain SQL with six commits: %s", plainTurns.speed());
        report.line(
                "ratio ours / stock: median %s (goal: at least 1.0)",
                Turns.spread(oursTurns.ratiosTo(stockTurns), "%.2f"));
    }

    private static void count(Report report, Side side) throws SQLException, InterruptedException, IOException {
        var counter = (StatementCounter) side.database();
        counter.count(true);
        Load.times(COUNTED, side::lifecycle);
        var statements = counter.total();
        var listed = counter.bySql().entrySet().stream()
                .sorted((a, b) -> Long.compare(b.getValue().sum(), a.getValue().sum()))
                .map(e -> "%6.2f  %s".formatted(e.getValue().sum() / (double) COUNTED, e.getKey()))
                .toList();
        Files.write(Report.FOLDER.resolve("statements-" + side.name() + ".txt"), listed);
        counter.count(false);
        var before = Rows.now(side.database());
        Load.times(COUNTED, side::lifecycle);
        var after = Rows.now(side.database());
        report.line(
                "%s, per appeal: %.1f statements; %s",
                side.name(), statements / (double) COUNTED, after.since(before, COUNTED));
    }

    /** The same server and the same pool, another database. */
    private static HikariDataSource poolLike(HikariDataSource ours) throws SQLException {
        try (var connection = Owner.of(ours).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database stock owner " + ours.getUsername());
        }
        var pool = new HikariDataSource();
        pool.setJdbcUrl(ours.getJdbcUrl().replaceFirst("/[a-z]+\\?", "/stock?"));
        pool.setUsername(ours.getUsername());
        pool.setPassword(ours.getPassword());
        pool.setMaximumPoolSize(ours.getMaximumPoolSize());
        pool.setMinimumIdle(ours.getMinimumIdle());
        return pool;
    }

    private static String settings(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select 'PostgreSQL ' || current_setting('server_version') || ', ' || string_agg(name || '=' || setting, ', ' order by name)
                        from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers')""")) {
            row.next();
            return row.getString(1);
        }
    }
}
