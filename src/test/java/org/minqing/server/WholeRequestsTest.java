package org.minqing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.Seed;
import org.springframework.util.unit.DataSize;

/** A Tomcat with four threads and nothing of ours but what stands before its container; and the same without it. */
class WholeRequestsTest {

    private static final TrafficProperties RULES = new TrafficProperties(
            Duration.ofSeconds(2),
            Duration.ofSeconds(20),
            DataSize.ofKilobytes(64),
            DataSize.ofKilobytes(256),
            Duration.ofSeconds(4),
            DataSize.ofKilobytes(128),
            DataSize.ofKilobytes(256),
            1,
            1,
            2,
            1000,
            1000,
            Set.of());

    private final SlowClients slow = new SlowClients();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Echo echo = new Echo();
    private final Bodies bodies = new Bodies(RULES);
    private final BodyMemory memory = bodies.words.memory();
    private final Lanes lanes = new Lanes(RULES.submissions(), RULES.residents(), RULES.others());
    private Tomcat tomcat;

    /** Says what was sent, as text and as fields of a form. */
    private static final class Echo extends HttpServlet {

        private final AtomicInteger atOnce = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private volatile CountDownLatch gate = new CountDownLatch(0);

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var refusal = (Integer) request.getAttribute(WholeRequests.REFUSAL);
            if (refusal != null) {
                response.setStatus(refusal);
                return;
            }
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            try {
                gate.await();
                var field = request.getParameter("field");
                var body = field == null ? request.getInputStream().readAllBytes() : field.getBytes("UTF-8");
                var start = (request.getDispatcherType() + " " + body.length + " ").getBytes();
                response.setContentLength(start.length + body.length);
                response.getOutputStream().write(start);
                response.getOutputStream().write(body);
            } catch (InterruptedException e) {
                throw new IOException(e);
            } finally {
                atOnce.decrementAndGet();
            }
        }
    }

    private int start(boolean whole) throws LifecycleException {
        tomcat = new Tomcat();
        tomcat.setBaseDir("target/test-tomcat");
        tomcat.setPort(0);
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "echo", echo);
        context.addServletMappingDecoded("/*", "echo");
        var connector = tomcat.getConnector();
        var protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
        protocol.setMaxThreads(4);
        tomcat.init();
        if (whole) {
            protocol.setAdapter(new WholeRequests(protocol.getAdapter(), RULES, lanes, bodies));
        }
        tomcat.start();
        return connector.getLocalPort();
    }

    /** Whatever happened: every place is free again, and every byte is given back. */
    @AfterEach
    void stop() throws Exception {
        echo.gate.countDown();
        slow.close();
        for (int i = 0; i < 500 && !quiet(); i++) {
            Thread.sleep(10);
        }
        assertThat(lanes.submissions.free()).isEqualTo(1);
        assertThat(lanes.others.free()).isEqualTo(2);
        assertThat(memory.free()).isEqualTo(RULES.bodyMemory().toBytes());
        tomcat.stop();
        tomcat.destroy();
    }

    private boolean quiet() {
        return lanes.submissions.free() == 1
                && lanes.others.free() == 2
                && memory.free() == RULES.bodyMemory().toBytes();
    }

    private HttpRequest.Builder to(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(5));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void withoutItAsManySlowBodiesAsThereAreThreadsStopTheServer() throws Exception {
        var port = start(false);
        for (int i = 0; i < 4; i++) {
            slow.slowBody("127.0.0.1", port, "/x", 100);
        }
        assertThatThrownBy(() -> {
                    // Not all four need have arrived before the first question does.
                    for (int i = 0; i < 100; i++) {
                        send(to(port, "/").timeout(Duration.ofSeconds(1)).GET());
                    }
                })
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void slowBodiesHoldNoThread() throws Exception {
        var port = start(true);
        for (int i = 0; i < 40; i++) {
            slow.slowBody("127.0.0.1", port, "/x", 100);
        }
        assertThat(send(to(port, "/").timeout(Duration.ofSeconds(1)).GET()).statusCode())
                .isEqualTo(200);
        var late = slow.slowBody("127.0.0.1", port, "/x", 100);
        assertThat(SlowClients.rest(late)).startsWith("HTTP/1.1 408 ").contains("Connection: close");
    }

    @Test
    void aBodyThatComesInPiecesArrivesWhole() throws Exception {
        var port = start(true);
        var text = "水管坏了".repeat(4000);
        var socket = slow.send(
                "127.0.0.1",
                port,
                SlowClients.head(
                        "/x", "Content-Length: " + text.getBytes(StandardCharsets.UTF_8).length, "Connection: close"));
        for (var piece : text.split("(?<=\\G.{1000})")) {
            socket.getOutputStream().write(piece.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            Thread.sleep(5);
        }
        assertThat(SlowClients.rest(socket)).startsWith("HTTP/1.1 200 ").endsWith("REQUEST 48000 " + text);
        assertThat(memory.free()).isEqualTo(RULES.bodyMemory().toBytes());
    }

    @Test
    void chunkedBodiesAndFormsArriveWhole() throws Exception {
        var port = start(true);
        var text = "x".repeat(30_000);
        for (int i = 0; i < 20; i++) {
            var chunked = send(to(port, "/x")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                            new java.io.ByteArrayInputStream(text.getBytes()),
                            new java.io.ByteArrayInputStream("end".getBytes())))));
            assertThat(chunked.body()).isEqualTo("REQUEST 30003 " + text + "end");
            var form = send(to(port, "/x?query=1")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("a=b&field=" + text)));
            assertThat(form.body()).isEqualTo("REQUEST 30000 " + text);
            assertThat(send(to(port, "/x").GET()).body()).isEqualTo("REQUEST 0 ");
        }
    }

    @Test
    void aSlowChunkHoldsNoThreadEither() throws Exception {
        var port = start(true);
        for (int i = 0; i < 20; i++) {
            slow.send("127.0.0.1", port, SlowClients.head("/x", "Transfer-Encoding: chunked") + "5\r\nhel");
            slow.send("127.0.0.1", port, SlowClients.head("/x", "Transfer-Encoding: chunked") + "5");
            slow.send(
                    "127.0.0.1",
                    port,
                    SlowClients.head("/x", "Transfer-Encoding: chunked") + "5\r\nhello\r\n0\r\nTrailer: ");
        }
        assertThat(send(to(port, "/").timeout(Duration.ofSeconds(1)).GET()).statusCode())
                .isEqualTo(200);
    }

    /** A film that never ends, as fast as it can come, and one that trickles: a limit, and nobody waits for it. */
    @Test
    void aFileThatNeverEndsIsRefusedAndHoldsNothing() throws Exception {
        var port = start(true);
        for (var type : new String[] {"multipart/form-data; boundary=x", "application/offset+octet-stream"}) {
            var endless = slow.send("127.0.0.1", port, fileHead(type));
            var piece = ("1000\r\n" + "x".repeat(4096) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            try {
                // A little more than is read away.
                for (int i = 0; i < 620; i++) {
                    endless.getOutputStream().write(piece);
                }
            } catch (IOException closed) {
                // It was told, and did not listen.
            }
            assertThat(start(endless)).as(type).startsWith("HTTP/1.1 413 ");
            var trickles = slow.send("127.0.0.1", port, fileHead(type) + "1\r\nx\r\n");
            assertThat(SlowClients.rest(trickles)).as(type).startsWith("HTTP/1.1 408 ");
        }
        for (int i = 0;
                i < 500 && bodies.files.memory().free() < RULES.uploadMemory().toBytes();
                i++) {
            Thread.sleep(10);
        }
        assertThat(bodies.files.memory().free()).isEqualTo(RULES.uploadMemory().toBytes());
    }

    private static String fileHead(String type) {
        return "POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                + "\r\nTransfer-Encoding: chunked\r\n\r\n";
    }

    /** What was answered before the connection broke: whoever still sends gets a reset behind it. */
    private static String start(java.net.Socket socket) {
        var told = new StringBuilder();
        try {
            for (int c = socket.getInputStream().read();
                    c >= 0 && told.length() < 40;
                    c = socket.getInputStream().read()) {
                told.append((char) c);
            }
        } catch (IOException reset) {
            // What came before it counts.
        }
        return told.toString();
    }

    @Test
    void chunksThatAreNoneAreRefused() throws Exception {
        var port = start(true);
        for (var body : new String[] {"zz\r\n", "5\r\nhello!!!", "5\r\nhello\r\n-1\r\n"}) {
            var socket = slow.send("127.0.0.1", port, SlowClients.head("/x", "Transfer-Encoding: chunked") + body);
            assertThat(SlowClients.rest(socket)).as(body).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void requestsOfOneConnectionThatFollowAtOnceAreAllAnswered() throws Exception {
        var port = start(true);
        var one = SlowClients.head("/x", "Content-Length: 5") + "first";
        var two = SlowClients.head("/x", "Transfer-Encoding: chunked") + "6\r\nsecond\r\n0\r\n\r\n";
        var three = SlowClients.head("/x", "Content-Length: 5", "Connection: close") + "third";
        var all = one + two + three;
        // Cut in the middle of the first body, and once in the middle of the second.
        for (var cut : new int[] {one.length() - 2, one.length() + two.length() - 9}) {
            var socket = slow.send("127.0.0.1", port, all.substring(0, cut));
            Thread.sleep(50);
            socket.getOutputStream().write(all.substring(cut).getBytes());
            assertThat(SlowClients.rest(socket)).contains("REQUEST 5 first", "REQUEST 6 second", "REQUEST 5 third");
        }
    }

    @Test
    void whatIsTooLargeIsReadAwayAndRefused() throws Exception {
        var port = start(true);
        var fits = send(to(port, "/x").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[64 * 1024])));
        assertThat(fits.statusCode()).isEqualTo(200);
        var large = new byte[64 * 1024 + 1];
        assertThat(send(to(port, "/x").POST(HttpRequest.BodyPublishers.ofByteArray(large)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(send(to(port, "/x")
                                .POST(HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new java.io.ByteArrayInputStream(large))))
                        .statusCode())
                .isEqualTo(413);
        assertThat(send(to(port, "/x")
                                .header("Content-Type", "multipart/mixed; boundary=x")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(large)))
                        .statusCode())
                .isEqualTo(200);
        // Far too large: nobody waits for the end.
        var endless = slow.slowBody("127.0.0.1", port, "/x", 500_000_000);
        assertThat(SlowClients.rest(endless)).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void whoExpectsToBeToldIsToldOnceToGoOn() throws Exception {
        var port = start(true);
        var socket = slow.send(
                "127.0.0.1",
                port,
                SlowClients.head("/x", "Content-Length: 5", "Expect: 100-continue", "Connection: close"));
        var first = new byte[17];
        assertThat(socket.getInputStream().readNBytes(first, 0, 17)).isEqualTo(17);
        assertThat(new String(first)).startsWith("HTTP/1.1 100 ");
        socket.getOutputStream().write("hello".getBytes());
        assertThat(SlowClients.rest(socket))
                .startsWith("HTTP/1.1 200 ")
                .doesNotContain("100")
                .endsWith("5 hello");
    }

    @Test
    void bodiesTogetherTakeNoMoreMemoryThanAllowed() throws Exception {
        var port = start(true);
        for (int i = 0; i < 8; i++) {
            slow.send("127.0.0.1", port, SlowClients.head("/x", "Content-Length: 60000") + "x".repeat(33_000));
        }
        Thread.sleep(300);
        assertThat(memory.free()).isBetween(0L, 100_000L);
        var refused =
                slow.send("127.0.0.1", port, SlowClients.head("/x", "Content-Length: 60000") + "x".repeat(59_000));
        assertThat(SlowClients.rest(refused)).startsWith("HTTP/1.1 503 ");
    }

    @Test
    void aFloodOfSubmissionsWaitsForItselfAndNobodyElseForIt() throws Exception {
        var port = start(true);
        echo.gate = new CountDownLatch(1);
        var flood = new CompletableFuture<?>[20];
        for (int i = 0; i < flood.length; i++) {
            flood[i] = http.sendAsync(
                    to(port, "/api/appeals")
                            .timeout(Duration.ofSeconds(20))
                            .POST(HttpRequest.BodyPublishers.ofString("hello"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
        Thread.sleep(300);
        assertThat(echo.most.get()).isEqualTo(1);
        // The gate holds whatever comes in, so that who comes in is counted and who is answered is not.
        var staff = http.sendAsync(to(port, "/desk").GET().build(), HttpResponse.BodyHandlers.ofString());
        for (int i = 0; i < 100 && echo.most.get() < 2; i++) {
            Thread.sleep(10);
        }
        assertThat(echo.most.get()).isEqualTo(2);
        echo.gate.countDown();
        assertThat(staff.get().statusCode()).isEqualTo(200);
        CompletableFuture.allOf(flood).get();
        assertThat(echo.most.get()).isLessThanOrEqualTo(3);
        for (int i = 0; i < 5; i++) {
            assertThat(send(to(port, "/api/appeals").POST(HttpRequest.BodyPublishers.ofString("x")))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whoHangsUpWhileHeSendsLeavesNothingBehind() throws Exception {
        var port = start(true);
        for (int i = 0; i < 50; i++) {
            slow.send("127.0.0.1", port, SlowClients.head("/api/appeals", "Content-Length: 60000") + "x".repeat(9_000))
                    .close();
        }
        Thread.sleep(500);
        assertThat(memory.free()).isEqualTo(RULES.bodyMemory().toBytes());
        assertThat(send(to(port, "/api/appeals").POST(HttpRequest.BodyPublishers.ofString("x")))
                        .statusCode())
                .isEqualTo(200);
    }

    /** Everything at once: whole, in pieces, cut off, too late, waiting when its client goes. */
    @Test
    void noPlaceIsEverLost() throws Exception {
        var port = start(true);
        var random = new java.util.Random(Seed.any());
        var crowd = new java.util.ArrayList<Thread>();
        for (int i = 0; i < 24; i++) {
            var own = new java.util.Random(random.nextLong());
            crowd.add(new Thread(() -> {
                for (int r = 0; r < 40; r++) {
                    var path = own.nextBoolean() ? "/api/appeals" : "/x";
                    // One in five is too large and refused.
                    var length = own.nextInt(5) == 0 ? 70_000 : 9_000;
                    try (var one = new SlowClients()) {
                        var socket = one.send(
                                "127.0.0.1",
                                port,
                                SlowClients.head(path, "Content-Length: " + length, "Connection: close")
                                        + "x".repeat(own.nextInt(length + 1)));
                        if (own.nextInt(4) == 0) {
                            continue;
                        }
                        Thread.sleep(own.nextInt(5));
                        socket.getOutputStream().write(new byte[length]);
                        if (own.nextInt(3) > 0) {
                            SlowClients.rest(socket);
                        }
                    } catch (IOException e) {
                        // Whoever sends too much is cut off.
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            }));
        }
        crowd.forEach(Thread::start);
        for (var one : crowd) {
            one.join();
        }
        assertThat(send(to(port, "/api/appeals").POST(HttpRequest.BodyPublishers.ofString("x")))
                        .statusCode())
                .isEqualTo(200);
    }
}
