package org.minqing.proof.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends random requests, from several addresses of this machine at once, and looks at every answer. Each thread has a seed of
 * its own, the first one's plus its number.
 */
final class Attack {

    private static final int THREADS = 8;
    /** More would fill the memory and say no more. */
    private static final int MOST_REPORTED = 200;

    private final int port;
    private final Offers offers;
    private final List<Attacker> attackers;
    private final List<String> secrets;
    private final Map<Integer, AtomicLong> statuses = new ConcurrentHashMap<>();
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

    /** @param secrets what none of the attackers may read */
    Attack(int port, Offers offers, List<Attacker> attackers, List<String> secrets) {
        this.port = port;
        this.offers = offers;
        this.attackers = attackers;
        this.secrets = secrets;
    }

    Attack run(long requests, long seed) throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var parts = new ArrayList<Callable<Void>>();
            for (var i = 0; i < THREADS; i++) {
                var own = seed + i;
                var from = InetAddress.getByAddress(new byte[] {127, 9, (byte) (own & 0x7f), (byte) (10 + i)});
                parts.add(() -> part(requests / THREADS, own, from));
            }
            for (var part : threads.invokeAll(parts)) {
                part.get();
            }
        } finally {
            threads.shutdownNow();
        }
        stillSignedIn();
        return this;
    }

    private Void part(long requests, long seed, InetAddress from) {
        var all = new Requests(seed, offers, attackers);
        try (var http = new RawHttp(port, from)) {
            for (long i = 0; i < requests; i++) {
                var request = all.next();
                try {
                    look(
                            request,
                            request.torn() ? torn(http, request) : http.send(request.bytes(), request.head()),
                            seed,
                            i);
                } catch (IOException e) {
                    http.close();
                    report("no answer", request, e.toString(), seed, i);
                }
            }
        }
        return null;
    }

    /** Nothing that somebody sent, with whatever token, has ended a session: he might have made another's browser send it. */
    private void stillSignedIn() throws IOException {
        try (var http = new RawHttp(port, InetAddress.getLoopbackAddress())) {
            for (var attacker : attackers) {
                var desk = "GET /desk HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + attacker.cookie() + "\r\n\r\n";
                if (!attacker.name().isEmpty()
                        && http.send(desk.getBytes(StandardCharsets.ISO_8859_1), false)
                                        .status()
                                != 200) {
                    wrong.add("signed out: " + attacker.name());
                }
            }
        }
    }

    /** Sends half of it and goes away. */
    private RawHttp.Answer torn(RawHttp http, Requests.Request request) throws IOException {
        http.abandon(request.bytes());
        return new RawHttp.Answer(0, "");
    }

    private void look(Requests.Request request, RawHttp.Answer answer, long seed, long at) {
        statuses.computeIfAbsent(answer.status(), s -> new AtomicLong()).incrementAndGet();
        if (answer.status() >= 500) {
            report(Integer.toString(answer.status()), request, answer.body(), seed, at);
        }
        for (var secret : secrets) {
            if (answer.body().contains(secret)) {
                report("secret", request, answer.body(), seed, at);
            }
        }
    }

    private void report(String what, Requests.Request request, String answer, long seed, long at) {
        if (wrong.size() < MOST_REPORTED) {
            wrong.add("%s: request %d of seed %d by '%s': %s -> %s"
                    .formatted(what, at, seed, request.by().name(), shortened(request.line()), shortened(answer)));
        }
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** How often each status was answered; 0 stands for connections that the attacker tore. */
    Map<Integer, Long> statuses() {
        var all = new TreeMap<Integer, Long>();
        statuses.forEach((status, times) -> all.put(status, times.get()));
        return all;
    }
}
