package org.minqing.proof.notices;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A system outside that takes webhooks as Standard Webhooks says, and knows a repetition by its id; otherwise it does what it
 * wants. It lives longer than every node.
 */
final class Receiver implements AutoCloseable {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] KEY = Base64.getDecoder().decode(SECRET.substring("whsec_".length()));
    private static final String TAKEN = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final int LATE_MILLIS = 4000;

    /** @param matter what happened, by the words of the message: two ids of one matter are the same thing twice */
    record Effect(String matter, String number, Instant at) {}

    private final Map<String, Effect> effects = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
    private final Map<Whim, AtomicInteger> whims = new ConcurrentHashMap<>();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong unsigned = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "receiver");
        thread.setDaemon(true);
        return thread;
    });
    private final ServerSocket socket;
    private final BiFunction<String, Integer, Whim> mood;

    /** @param mood the whim for an id and an attempt */
    Receiver(BiFunction<String, Integer, Whim> mood) throws IOException {
        this.mood = mood;
        socket = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    static Receiver honest() throws IOException {
        return new Receiver((id, attempt) -> Whim.TAKES);
    }

    static Receiver lying(long seed) throws IOException {
        return new Receiver((id, attempt) -> Whim.of(seed, id, attempt));
    }

    int port() {
        return socket.getLocalPort();
    }

    /** A line of {@code senders.yml}. */
    String sender() {
        return "    webhook: {url: \"http://127.0.0.1:%d/in\", secretFrom: HOOK}\n".formatted(port());
    }

    Map<String, Effect> effects() {
        return effects;
    }

    Map<Whim, AtomicInteger> whims() {
        return whims;
    }

    /** How often it kept nothing, because it had that id. */
    long repeated() {
        return repeated.get();
    }

    long unsigned() {
        return unsigned.get();
    }

    private void accept() {
        try {
            while (true) {
                var connection = socket.accept();
                threads.execute(() -> serve(connection));
            }
        } catch (IOException closed) {
            // The end.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            for (var asked = read(connection.getInputStream());
                    asked != null && answer(asked, connection);
                    asked = read(connection.getInputStream())) {
                // The next one of this connection.
            }
        } catch (IOException e) {
            // Whoever asked has gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Asked(Map<String, String> headers, String body) {}

    private static Asked read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        for (int last4 = 0; last4 != 0x0d0a0d0a; ) {
            var next = in.read();
            if (next < 0) {
                return null;
            }
            head.write(next);
            last4 = last4 << 8 | next;
        }
        var headers = new HashMap<String, String>();
        head.toString(ISO_8859_1)
                .lines()
                .map(line -> line.split(": ", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> headers.put(pair[0].toLowerCase(java.util.Locale.ROOT), pair[1]));
        var body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Asked(headers, new String(body, UTF_8));
    }

    /** @return whether the connection goes on */
    private boolean answer(Asked asked, Socket connection) throws IOException, InterruptedException {
        var id = asked.headers.get("webhook-id");
        if (!signed(asked)) {
            unsigned.incrementAndGet();
        }
        var attempt = attempts.computeIfAbsent(id, k -> new AtomicInteger()).incrementAndGet();
        var whim = mood.apply(id, attempt);
        whims.computeIfAbsent(whim, k -> new AtomicInteger()).incrementAndGet();
        if (whim.keeps()) {
            keep(id, asked.body);
        }
        switch (whim) {
            case TAKES -> say(connection, TAKEN);
            case ANSWERS_TWICE -> say(connection, TAKEN + TAKEN);
            case FAILS -> say(connection, "HTTP/1.1 500 Sorry\r\nContent-Length: 0\r\n\r\n");
            case REFUSES -> say(connection, "HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n");
            case TALKS_NONSENSE -> say(connection, "{]\r\n\r\n");
            case HANGS -> connection.getInputStream().read();
            case ANSWERS_LATE -> {
                Thread.sleep(LATE_MILLIS);
                say(connection, TAKEN);
            }
            default -> {
                // Closed, before or after.
            }
        }
        return whim == Whim.TAKES || whim == Whim.ANSWERS_TWICE || whim == Whim.FAILS || whim == Whim.REFUSES;
    }

    private void keep(String id, String body) throws IOException {
        var told = JSON.readTree(body);
        var number = told.path("data").path("number").asText();
        var matter = told.path("type").asText() + " " + number + " "
                + told.path("data").path("link").asText() + " "
                + told.path("timestamp").asText();
        if (effects.putIfAbsent(id, new Effect(matter, number, Instant.now())) != null) {
            repeated.incrementAndGet();
        }
    }

    private static void say(Socket connection, String answer) throws IOException {
        connection.getOutputStream().write(answer.getBytes(ISO_8859_1));
        connection.getOutputStream().flush();
    }

    static String signature(String id, String at, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            return "v1,"
                    + Base64.getEncoder().encodeToString(mac.doFinal((id + "." + at + "." + body).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean signed(Asked asked) {
        var headers = asked.headers;
        return signature(headers.get("webhook-id"), headers.get("webhook-timestamp"), asked.body)
                .equals(headers.get("webhook-signature"));
    }

    /** What nodes need to know of it: their {@code senders.yml}, and its secret. */
    static Map<String, String> environment(Path senders, String content) {
        try {
            Files.createDirectories(senders.toAbsolutePath().getParent());
            Files.writeString(senders, "senders:\n" + content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "MINQING_NOTICES_SENDERSFILE", senders.toAbsolutePath().toString(),
                "MINQING_NOTICES_OPENNETWORKS", "127.0.0.0/8",
                "MINQING_NOTICES_PATIENCE", "PT2S",
                // All pages come from this machine.
                "MINQING_TRAFFIC_SHAREDADDRESSES", "127.0.0.1",
                "MINQING_PUBLICADDRESS", "http://minqing.example.cn",
                "HOOK", SECRET,
                "GATEWAY_ID", "an-id",
                "GATEWAY_SECRET", "a-secret");
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
