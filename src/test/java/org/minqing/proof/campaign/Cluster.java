package org.minqing.proof.campaign;

import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private final List<String> launch = new ArrayList<>(List.of("-Xmx512m", "-Dminqing.demonstration-appeals=false"));
    private final Map<String, String> environment;
    private final HikariDataSource owner = new HikariDataSource();
    private final List<Program> nodes = new CopyOnWriteArrayList<>();

    private Cluster(Path folder, List<String> program, Map<String, String> environment)
            throws IOException, InterruptedException {
        this.folder = folder;
        this.environment = environment;
        launch.addAll(program);
        try {
            nodes.add(new Program(first(), launch, environment));
            owner.setJdbcUrl(database(first()));
            owner.setUsername("postgres");
            nodes.add(another(1));
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private Program another(int i) throws IOException, InterruptedException {
        var its = new HashMap<>(environment);
        its.putAll(Map.of(
                "SPRING_DATASOURCE_URL", owner.getJdbcUrl(),
                "SPRING_DATASOURCE_USERNAME", "minqing_app",
                "SPRING_FLYWAY_USER", "postgres",
                "SPRING_FLYWAY_PASSWORD", "",
                "MINQING_SECRETS_KEYS", first().resolve("keys/household.keys").toString(),
                "MINQING_ADMINISTRATOR_PASSWORD", "a-long-enough-phrase-42"));
        return new Program(folder.resolve("node-" + (i + 1)), launch, its);
    }

    static Cluster packaged(Path folder) throws IOException, InterruptedException {
        return packaged(folder, Map.of());
    }

    /** @param environment of both nodes, beside what they need themselves */
    public static Cluster packaged(Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        return new Cluster(folder, Program.packaged(), environment);
    }

    /** From the class path of this JVM, where nothing is packaged yet. Policy that lies in that folder comes before the program's. */
    static Cluster ofClasses(Path folder, Map<String, String> environment) throws IOException, InterruptedException {
        return new Cluster(
                folder,
                List.of(
                        // Nobody guesses passwords here, and hashing all of them strongly would take longer than the
                        // test.
                        "-Dminqing.password-rounds=1000",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        folder + File.pathSeparator + System.getProperty("java.class.path"),
                        MinqingApplication.class.getName()),
                environment);
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

    /** That node dies without a word, as if somebody had pulled the plug. The database goes on, whichever node began it. */
    public void kill(int i) {
        nodes.get(i).kill();
    }

    /** One that was killed comes back, at another port. */
    public void start(int i) throws IOException, InterruptedException {
        nodes.set(i, another(i));
    }

    /** To ask the machine about it. */
    public long process(int i) {
        return nodes.get(i).process();
    }

    /** Who may what the application may not. */
    public DataSource owner() {
        return owner;
    }

    private Path first() {
        return folder.resolve("node-1");
    }

    /** The node with the database last; if that was killed, the database is left over. */
    @Override
    public void close() throws InterruptedException {
        owner.close();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            nodes.get(i).close();
        }
        var left = first().resolve("postgres").resolve("postmaster.pid");
        if (Files.exists(left)) {
            try {
                ProcessHandle.of(Long.parseLong(Files.readAllLines(left).get(0).strip()))
                        .ifPresent(ProcessHandle::destroy);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
