package org.minqing.proof.notices;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.minqing.proof.campaign.Cluster;
import org.minqing.support.Session;

/** A page of somebody who has signed in: it reads its stream as a browser does, and where it is cut off it comes back by the other node. */
final class OpenPage implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /** What a browser waits before it comes back; also what live.js does. */
    private static final int AGAIN_SECONDS = 3;

    /** What it was told. */
    record Heard(String text, Instant at) {}

    private final Cluster cluster;
    private final String person;
    private final String cookie;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile int node;
    private volatile String last = "";
    private volatile boolean open;
    private volatile boolean closed;
    private volatile Flow.Subscription lines;

    OpenPage(Cluster cluster, Session session, String person, int node) {
        this.cluster = cluster;
        this.person = person;
        this.cookie = session.cookie();
        this.node = node;
        listen();
    }

    String person() {
        return person;
    }

    /** Whether it is connected now. */
    boolean open() {
        return open;
    }

    /** How often it had to come back. */
    int cuts() {
        return cuts.get();
    }

    /** The first notice of that appeal. */
    Optional<Heard> of(String number) {
        return heard.stream().filter(it -> it.text.contains(number)).findFirst();
    }

    private void listen() {
        try {
            var request = HttpRequest.newBuilder(URI.create(cluster.node(node).base() + "/desk/events"))
                    .header("Accept", "text/event-stream")
                    .header("Cookie", cookie);
            if (!last.isEmpty()) {
                request.header("Last-Event-ID", last);
            }
            HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.fromLineSubscriber(new Lines()))
                    .whenComplete((answer, wrong) -> again());
        } catch (RuntimeException e) {
            again();
        }
    }

    private void again() {
        open = false;
        if (!closed) {
            cuts.incrementAndGet();
            node++;
            CompletableFuture.delayedExecutor(AGAIN_SECONDS, TimeUnit.SECONDS).execute(this::listen);
        }
    }

    /** One line after the other; an event is a few of them. */
    private final class Lines implements Flow.Subscriber<String> {

        private String event = "";

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            lines = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            open = true;
            if (line.startsWith("event:")) {
                event = line.substring("event:".length());
            } else if (line.startsWith("id:")) {
                last = line.substring("id:".length());
            } else if (line.startsWith("data:") && event.equals("notice")) {
                heard.add(new Heard(line, Instant.now()));
            }
        }

        @Override
        public void onError(Throwable wrong) {
            // Said by the answer as well.
        }

        @Override
        public void onComplete() {
            // The same.
        }
    }

    @Override
    public void close() {
        closed = true;
        if (lines != null) {
            lines.cancel();
        }
    }
}
