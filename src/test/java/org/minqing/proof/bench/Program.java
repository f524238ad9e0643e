package org.minqing.proof.bench;

import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.minqing.support.OwnMachine;

/** The program in a process of its own. */
public final class Program implements AutoCloseable {

    private static final Path JAR = Path.of("target", "minqing.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Process process;
    private final int port;
    private final Duration untilReady;

    /** Starts the packaged program on a data folder and waits until its health is UP. */
    Program(Path data) throws IOException, InterruptedException {
        this(data, packaged(), Map.of());
    }

    /**
     * Starts it on a data folder and waits until its health is UP.
     *
     * @param launch what {@code java} is to run, with its options: {@link #packaged} or a class path and a class
     */
    public Program(Path data, List<String> launch, Map<String, String> environment)
            throws IOException, InterruptedException {
        port = freePort();
        Files.createDirectories(data);
        OwnMachine.isAHall(data);
        var log = new File(data.toFile(), "program.log");
        var begun = System.nanoTime();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(launch);
        command.addAll(List.of("--server.port=" + port, "--minqing.data-dir=" + data));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(environment);
        process = builder.start();
        while (!healthy()) {
            var waited = Duration.ofNanos(System.nanoTime() - begun);
            if (!process.isAlive() || waited.compareTo(PATIENCE) > 0) {
                process.destroyForcibly();
                throw new IllegalStateException("The program did not start; see " + log);
            }
            Thread.sleep(20);
        }
        untilReady = Duration.ofNanos(System.nanoTime() - begun);
    }

    /** @throws IllegalStateException if it is not built */
    public static List<String> packaged() {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException("No " + JAR + ": the packaged program is measured, build it first");
        }
        return List.of("-jar", JAR.toString());
    }

    public int port() {
        return port;
    }

    /** Its id on this machine. */
    public long process() {
        return process.pid();
    }

    Duration untilReady() {
        return untilReady;
    }

    private boolean healthy() throws InterruptedException {
        try {
            var ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HttpClient.newHttpClient()
                            .send(ask, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * A port that nobody listens at. It is none of those that the system hands out by itself: until the program is there, any
     * connection of the machine could get that one, and another program would answer.
     */
    public static int freePort() throws IOException {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // The next one, then.
            }
        }
    }

    /** At once. */
    public void kill() {
        process.destroyForcibly();
    }

    /** In order, so that PostgreSQL need not recover at the next start. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
