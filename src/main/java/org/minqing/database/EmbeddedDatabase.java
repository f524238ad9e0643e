package org.minqing.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real PostgreSQL in a folder of ours, for the first look, for tests and for small demonstrations. It listens on
 * loopback only and trusts local users: production brings its own server by {@code SPRING_DATASOURCE_URL}.
 */
class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private static final String ROLE = "minqing_app";

    private final FileChannel lockFile;
    private final EmbeddedPostgres postgres;

    /** Starts the server; its data survives in {@code <dataDir>/postgres}. */
    EmbeddedDatabase(Path dataDir) {
        try {
            var home = OwnFiles.home(dataDir.toAbsolutePath().normalize());
            lockFile = lock(home);
            var data = home.resolve("postgres");
            stopOrphan(data);
            var programs = OwnFiles.programs(home.resolve("runtime"));
            postgres = EmbeddedPostgres.builder()
                    .setPgBinaryResolver(new NativePrograms())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    // The library opens the folder that it unpacks into to everybody: the one around it stays closed.
                    .setOverrideWorkingDirectory(programs.resolve("unpacked").toFile())
                    // We close it, after everything that uses it; its own hook would be faster than the engine.
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    // The library's defaults are for throw-away tests; a 2xx of ours is a promise.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("timezone", "Asia/Shanghai")
                    .setServerConfig("log_timezone", "Asia/Shanghai")
                    .setServerConfig("client_connection_check_interval", "5s")
                    .start();
            createRole();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL in " + dataDir + " did not start", e);
        }
    }

    /** The application itself is not the owner of its tables: what is final it cannot change. */
    private void createRole() {
        var owner = JdbcClient.create(postgres.getPostgresDatabase());
        if (owner.sql("select from pg_roles where rolname = ?")
                .param(ROLE)
                .query()
                .listOfRows()
                .isEmpty()) {
            owner.sql("create role " + ROLE + " login").update();
        }
    }

    private static FileChannel lock(Path home) throws IOException {
        var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        OwnFiles.file(home.resolve("lock"));
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IllegalStateException(
                    "另一个民情程序正在使用数据目录 " + home + "。Another Minqing already uses this data "
                            + "directory; stop it, or start with --minqing.data-dir=<another folder> and another --server.port.");
        }
        return channel;
    }

    /** A killed JVM leaves its server behind. We hold the lock, so nobody else can be using it: end it in order. */
    private static void stopOrphan(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
        var orphan = ProcessHandle.of(pid)
                .filter(p -> p.info().command().map(c -> c.contains("postgres")).orElse(false));
        if (orphan.isEmpty()) {
            Files.delete(pidFile);
            return;
        }
        LOG.warn("Ending the PostgreSQL (process {}) that an earlier run left behind", pid);
        orphan.get().destroy();
        try {
            orphan.get().onExit().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IOException("The PostgreSQL of an earlier run, process " + pid + ", does not end", e);
        }
    }

    @Override
    public String getJdbcUrl() {
        // Not the library's own URL: that names the superuser.
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres" + JdbcUrlOptions.SUFFIX;
    }

    @Override
    public String getUsername() {
        return ROLE;
    }

    /** Who makes the tables and owns them. */
    FlywayConnectionDetails owner() {
        return new FlywayConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return EmbeddedDatabase.this.getJdbcUrl();
            }

            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "";
            }
        };
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        lockFile.close();
    }
}
