package org.minqing.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Appeals from submission to rated close, through our services and, beside it in the same run and on the same server,
 * through a stock engine. The sides take turns, so that what else the machine does hits both.
 */
class LifecycleBench {

    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("minqing.bench.seconds", 30));
    private static final int REPETITIONS = Integer.getInteger("minqing.bench.repetitions", 3);
    private static final int WARM_UP = Integer.getInteger("minqing.bench.warm-up", 400);
    private static final int COUNTED = 100;

    @Test
    void lifecycles() throws Exception {
        try (var ours = new Ours(Folders.empty("lifecycle"));
                var pool = poolLike(ours.database().unwrap(HikariDataSource.class));
                var stock = new Stock(pool)) {
            var plain = new PlainSql(pool);
            var report = new Report("Lifecycles: submit, three tasks, rating; %d threads".formatted(Load.THREADS));
            report.line("database: %s", settings(pool));
            for (int i = 0; i < 2; i++) {
                Load.times(WARM_UP / 2, ours::lifecycle);
                Load.times(WARM_UP / 2, stock::lifecycle);
            }
            measure(report, ours, stock, plain);
            for (var side : List.of(ours, stock)) {
                count(report, side);
            }
            report.write();
        }
    }

    private static void measure(Report report, Side ours, Side stock, PlainSql plain) throws InterruptedException {
        var oursPerSecond = new ArrayList<Double>();
        var stockPerSecond = new ArrayList<Double>();
        var plainPerSecond = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < REPETITIONS; i++) {
            oursPerSecond.add(Load.during(MEASURED, ours::lifecycle).perSecond());
            stockPerSecond.add(Load.during(MEASURED, stock::lifecycle).perSecond());
            plainPerSecond.add(
                    Load.during(MEASURED.dividedBy(6), plain::lifecycle).perSecond());
            ratios.add(oursPerSecond.get(i) / stockPerSecond.get(i));
        }
        report.line("ours: median %s lifecycles/s", spread(oursPerSecond, "%.1f"));
        report.line("stock Camunda 7.24: median %s lifecycles/s", spread(stockPerSecond, "%.1f"));
        report.line("plain SQL with six commits: median %s lifecycles/s", spread(plainPerSecond, "%.0f"));
        report.line("ratio ours / stock: median %s (goal: at least 1.0)", spread(ratios, "%.2f"));
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

    private static String spread(List<Double> values, String format) {
        var sorted = values.stream().sorted().toList();
        var all = values.stream().map(format::formatted).collect(Collectors.joining(", "));
        return format.formatted(sorted.get(sorted.size() / 2)) + " of " + all;
    }

    /** The same server and the same pool, another database. */
    private static HikariDataSource poolLike(HikariDataSource ours) throws SQLException {
        try (var connection = ours.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database stock");
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
