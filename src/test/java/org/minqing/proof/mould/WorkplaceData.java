package org.minqing.proof.mould;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.minqing.MinqingApplication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Two data folders alike but for the number of finished appeals: {@code fewer} and {@code all}. What is there already is
 * used again.
 */
public final class WorkplaceData {

    /** With indexes, measured: an appeal without and with the whole history of the engine. */
    private static final long BYTES_BARE = 12_000;

    private static final long BYTES_WHOLE = 115_000;

    private static final Logger LOG = LoggerFactory.getLogger("campaign");

    private final Path fewer;
    private final Path all;

    public WorkplaceData(Path folder) {
        fewer = folder.resolve("fewer").toAbsolutePath();
        all = folder.resolve("all").toAbsolutePath();
    }

    public Path fewer() {
        return fewer;
    }

    public Path all() {
        return all;
    }

    /** @param detailed of how many in a hundred of those that come on top the whole history of the engine is there */
    public void make(long open, long few, long many, int detailed) throws IOException {
        if (!Files.exists(fewer.resolve("made"))) {
            FileSystemUtils.deleteRecursively(fewer);
            templates();
            try (var database = new BulkDatabase(fewer)) {
                fill(database.owner(), "open", open, () -> new Bulk(database.owner()).open(open, Instant.now()));
                fill(
                        database.owner(),
                        "finished",
                        few,
                        () -> new Bulk(database.owner()).finished(few, Instant.now(), 100));
            }
            Files.createFile(fewer.resolve("made"));
        }
        if (!Files.exists(all.resolve("made"))) {
            enough((many - few) * (BYTES_BARE + (BYTES_WHOLE - BYTES_BARE) * detailed / 100));
            FileSystemUtils.deleteRecursively(all);
            copy();
            try (var database = new BulkDatabase(all)) {
                fill(
                        database.owner(),
                        "more finished",
                        many - few,
                        () -> new Bulk(database.owner()).finished(many - few, Instant.now(), detailed));
            }
            Files.createFile(all.resolve("made"));
        }
    }

    private void templates() {
        var begun = Instant.now();
        try (var application = new TimeTraveller(fewer)) {
            var moulds = new Moulds(application.owner());
            moulds.create();
            new Templates(application.owner()).make(Life.all(), (life, locality, unit) -> {
                // A Tuesday morning long enough ago; or so that what is left open is left so just now.
                application.goTo(
                        life.open()
                                ? Instant.now().minus(life.length())
                                : LocalDate.now()
                                        .minusDays(120)
                                        .with(DayOfWeek.TUESDAY)
                                        .atTime(9, 20)
                                        .atZone(ZoneId.of(MinqingApplication.ZONE))
                                        .toInstant());
                moulds.take(life, application.walk().walk(life, locality, unit), application.now());
            });
        }
        LOG.info("templates: {} s", Duration.between(begun, Instant.now()).toSeconds());
    }

    private static void fill(DataSource owner, String what, long count, Runnable fill) {
        var jdbc = JdbcClient.create(owner);
        var size = "select pg_database_size('postgres')";
        long before = jdbc.sql(size).query(Long.class).single();
        var begun = System.nanoTime();
        fill.run();
        var seconds = (System.nanoTime() - begun) / 1e9;
        long bytes = jdbc.sql(size).query(Long.class).single() - before;
        LOG.info(
                "{}: {} in {} s, {} per second, {} bytes each",
                what,
                count,
                "%.0f".formatted(seconds),
                "%.0f".formatted(count / seconds),
                bytes / Math.max(1, count));
    }

    /** Better now than in an hour. */
    private void enough(long bytes) throws IOException {
        long free = Files.getFileStore(fewer).getUsableSpace();
        if (bytes > free) {
            throw new IllegalStateException("Needs %d GB and has %d; -Dminqing.campaign.detailed=2 needs less"
                    .formatted(bytes >> 30, free >> 30));
        }
    }

    private void copy() throws IOException {
        try (var files = Files.walk(fewer)) {
            for (var file : files.toList()) {
                var to = all.resolve(fewer.relativize(file));
                Files.createDirectories(to.getParent());
                if (!file.endsWith("made")) {
                    Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
