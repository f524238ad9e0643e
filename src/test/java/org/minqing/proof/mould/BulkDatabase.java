package org.minqing.proof.mould;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;

/**
 * The database of a data folder without the application, set up to be filled fast: what is lost if the machine fails is
 * made again. The application then starts on the same folder with its own settings.
 */
final class BulkDatabase implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    BulkDatabase(Path data) throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(data.resolve("runtime").toFile())
                .setServerConfig("timezone", "Asia/Shanghai")
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("max_wal_size", "1GB")
                .setServerConfig("checkpoint_timeout", "30min")
                .setServerConfig("shared_buffers", "2GB")
                .setServerConfig("maintenance_work_mem", "1GB")
                .setServerConfig("max_parallel_maintenance_workers", "0")
                .setServerConfig("autovacuum", "off")
                .start();
    }

    DataSource owner() {
        return postgres.getPostgresDatabase();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
