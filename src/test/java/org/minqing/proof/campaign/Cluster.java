package org.minqing.proof.campaign;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.minqing.MinqingApplication;
import org.minqing.proof.bench.Program;
import org.minqing.support.Api;

/**
 * Two nodes, each in a JVM of its own, on one PostgreSQL: the embedded one of the first node, which has the demonstration
 * accounts.
 */
public final class Cluster implements AutoCloseable {

    private final Path folder;
    private final HikariDataSource owner = new HikariDataSource();
    private final List<Program> nodes = new ArrayList<>();

    private Cluster(Path folder, List<String> program) throws IOException, InterruptedException {
        this.folder = folder;
        var launch = new ArrayList<>(List.of("-Xmx512m", "-Dminqing.demonstration-appeals=false"));
        launch.addAll(program);
        try {
            nodes.add(new Program(first(), launch, Map.of()));
            var url = database(first());
            owner.setJdbcUrl(url);
            owner.setUsername("postgres");
            nodes.add(new Program(
                    folder.resolve("node-2"),
                    launch,
                    Map.of(
                            "SPRING_DATASOURCE_URL", url,
                            "SPRING_DATASOURCE_USERNAME", "minqing_app",
                            "SPRING_FLYWAY_USER", "postgres",
                            "SPRING_FLYWAY_PASSWORD", "",
                            "MINQING_ADMINISTRATOR_PASSWORD", "a-long-enough-phrase-42")));
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    static Cluster packaged(Path folder) throws IOException, InterruptedException {
        return new Cluster(folder, Program.packaged());
    }

    /** From the class path of this JVM, where nothing is packaged yet. */
    static Cluster ofClasses(Path folder) throws IOException, InterruptedException {
        return new Cluster(
                folder,
                List.of(
                        // Nobody guesses passwords here, and hashing all of them strongly would take longer than the
                        // test.
                        "-Dminqing.password-rounds=1000",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MinqingApplication.class.getName()));
    }

    /** The running embedded database of a data folder. */
    public static String database(Path data) throws IOException {
        return "jdbc:postgresql://localhost:"
                + Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                        .get(3)
                        .strip()
                + "/postgres";
    }

    /** @param i any number; nodes take turns */
    public Api node(int i) {
        return Api.of(nodes.get(i % nodes.size()).port(), first().toString());
    }

    /** Who may what the application may not. */
    public DataSource owner() {
        return owner;
    }

    private Path first() {
        return folder.resolve("node-1");
    }

    /** The node with the database last. */
    @Override
    public void close() throws InterruptedException {
        owner.close();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            nodes.get(i).close();
        }
    }
}
