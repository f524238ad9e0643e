package org.minqing.proof.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.minqing.proof.bench.Program;
import org.minqing.proof.bench.Report;
import org.minqing.server.SlowClients;
import org.minqing.support.Api;
import org.minqing.support.Session;

/**
 * One packaged node under 200 bodies and 100 heads that never end, new ones for those that are cut off, and 200 submitters
 * who hand in as fast as they are answered, each from a network of its own so that no limit hides them. Meanwhile somebody
 * asks for the health and people of staff open their pages.
 */
public final class Flood {

    private static final String APPEAL = """
            {"locality":"shibu","channel":"online","category":"other","title":"楼道灯坏了",
             "description":"三楼楼道灯不亮已经两天。","location":{"unit":"shibu-chengxi-1-01"}}""";

    private static final List<String> PAGES = List.of("/desk", "/desk/tasks", "/desk/supervision");

    private final Path folder;
    private final int bodies;
    private final int heads;
    private final int submitters;
    private final Duration time;
    private final Report figures;
    private final Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
    private volatile boolean over;

    Flood(Path folder, int bodies, int heads, int submitters, Duration time, Report figures) {
        this.folder = folder;
        this.bodies = bodies;
        this.heads = heads;
        this.submitters = submitters;
        this.time = time;
        this.figures = figures;
    }

    /** As it was asked for. */
    public static Flood full(Path folder, Report figures) {
        return new Flood(folder, 200, 100, 200, Duration.ofSeconds(60), figures);
    }

    /** @return whether everybody was answered as asked */
    public boolean run() throws IOException, InterruptedException {
        var launch = new ArrayList<>(List.of("-Xmx512m", "-Dminqing.demonstration-appeals=false"));
        launch.addAll(Program.packaged());
        try (var node = new Program(folder, launch, Map.of())) {
            return against(Api.of(node.port(), folder.toString()), node.port());
        }
    }

    boolean against(Api api, int port) throws IOException, InterruptedException {
        var staff = Session.of(api, "shibu-supervisor");
        var health = new ArrayList<Double>();
        var pages = new ArrayList<Double>();
        // How a node warms up is another question.
        for (int i = 0; i < 300; i++) {
            ask(api, staff, i, new ArrayList<>(), new ArrayList<>());
            if (api.submit(APPEAL).status() != 201) {
                throw new IllegalStateException("An appeal was not taken");
            }
        }
        var quiet = new ArrayList<Double>();
        for (int i = 0; i < 60; i++) {
            ask(api, staff, i, new ArrayList<>(), quiet);
        }
        var crowd = new ArrayList<Thread>();
        for (int i = 0; i < bodies; i++) {
            crowd.add(slow("127.50." + i + ".1", port, SlowClients.head("/api/appeals", "Content-Length: 5000") + "{"));
        }
        for (int i = 0; i < heads; i++) {
            crowd.add(slow("127.60." + i + ".1", port, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));
        }
        for (int i = 0; i < submitters; i++) {
            crowd.add(submitter("127." + (70 + i / 250) + "." + i % 250 + ".", port));
        }
        crowd.forEach(Thread::start);
        Thread.sleep(2000);
        var end = System.nanoTime() + time.toNanos();
        for (int i = 0; System.nanoTime() < end; i++) {
            ask(api, staff, i, health, pages);
        }
        over = true;
        for (var one : crowd) {
            one.join(30_000);
        }
        return figures(health, pages, quiet);
    }

    private boolean figures(List<Double> health, List<Double> pages, List<Double> quiet) {
        var taken = answers.getOrDefault(201, new AtomicInteger()).get();
        figures.figure("slow bodies at once", "", bodies, bodies);
        figures.figure("slow heads at once", "", heads, heads);
        figures.figure("submitters at once", "", submitters, submitters);
        figures.figure("requests for the health", "", 1, health.size());
        var right = figures.atMost("health, slowest answer", "ms", 1000, percentile(health, 100));
        figures.atMost("health, p95", "ms", 1000, percentile(health, 95));
        right &= figures.atMost("staff pages, p95", "ms", 1000, percentile(pages, 95));
        figures.figure("staff pages, p50", "ms", "-", Math.round(percentile(pages, 50)));
        figures.figure("staff pages, slowest", "ms", "-", Math.round(percentile(pages, 100)));
        figures.figure("staff pages without the flood, p95", "ms", "-", Math.round(percentile(quiet, 95)));
        figures.figure("appeals taken meanwhile", "per s", "-", "%.1f".formatted(taken / (double) time.toSeconds()));
        figures.figure("answers of the submitters", "", "-", new TreeMap<>(answers));
        return right
                & figures.atMost(
                        "answers 5xx",
                        "",
                        0,
                        answers.entrySet().stream()
                                .filter(answer -> answer.getKey() >= 500)
                                .mapToInt(answer -> answer.getValue().get())
                                .sum());
    }

    private static void ask(Api api, Session staff, int turn, List<Double> health, List<Double> pages) {
        var begun = System.nanoTime();
        if (api.get("/actuator/health").status() != 200) {
            throw new IllegalStateException("The node is not healthy");
        }
        health.add((System.nanoTime() - begun) / 1e6);
        begun = System.nanoTime();
        var page = staff.send("GET", PAGES.get(turn % PAGES.size()), null, "text/html");
        if (page.statusCode() != 200) {
            throw new IllegalStateException(page + " " + page.body());
        }
        pages.add((System.nanoTime() - begun) / 1e6);
    }

    /** Sends a sign every second, and begins again when it is cut off. */
    private Thread slow(String from, int port, String start) {
        return new Thread(() -> {
            while (!over) {
                try (var clients = new SlowClients()) {
                    var socket = clients.send(from, port, start);
                    while (!over) {
                        Thread.sleep(1000);
                        socket.getOutputStream().write('x');
                    }
                } catch (SocketException e) {
                    // Cut off: once more.
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    /** Changes its address within its network before a limit of the address would stop it. */
    private Thread submitter(String network, int port) {
        return new Thread(() -> {
            for (int i = 0; !over; i++) {
                try (var socket = new Socket(
                        InetAddress.getByName("127.0.0.1"),
                        port,
                        InetAddress.getByName(network + (i / 5 % 250 + 1)),
                        0)) {
                    socket.setSoTimeout(60_000);
                    var body = APPEAL.getBytes(StandardCharsets.UTF_8);
                    var head = "POST /api/appeals HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Connection: close\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\nContent-Length: "
                            + body.length + "\r\n\r\n";
                    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().write(body);
                    var answer = SlowClients.rest(socket);
                    var status = answer.length() < 12 ? 0 : Integer.parseInt(answer.substring(9, 12));
                    answers.computeIfAbsent(status, s -> new AtomicInteger()).incrementAndGet();
                } catch (IOException e) {
                    answers.computeIfAbsent(0, s -> new AtomicInteger()).incrementAndGet();
                }
            }
        });
    }

    private static double percentile(List<Double> millis, int percent) {
        var sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
