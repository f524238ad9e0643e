package org.minqing.notice.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.minqing.support.Api;

/**
 * What an open page hears, read beside the test: whoever waits for a line waits twenty seconds and no longer, and can always
 * close it. A reader that waits in the thread of the test cannot be closed while it waits.
 */
final class EventStream implements AutoCloseable {

    /** Held: a client that nobody holds is collected, and its streams fall silent. */
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** Stands behind the last line. */
    private static final String END = "the end";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final InputStream body;

    private EventStream(InputStream body) {
        this.body = body;
        var reader = new Thread(this::read, "events");
        reader.setDaemon(true);
        reader.start();
    }

    static EventStream of(Api api, String cookie) throws IOException, InterruptedException {
        var answer = asked(api, cookie);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new EventStream(answer.body());
    }

    /** The answer to whoever asks for the events, whatever it is. */
    static HttpResponse<InputStream> asked(Api api, String cookie) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(api.base() + "/desk/events"))
                .header("Accept", "text/event-stream")
                .header("Cookie", cookie)
                .timeout(LONGEST)
                .build();
        return HTTP.send(request, BodyHandlers.ofInputStream());
    }

    private void read() {
        try (var from = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (var line = from.readLine(); line != null; line = from.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            // Cut off: that is an end as well.
        }
        lines.add(END);
    }

    private String line() throws InterruptedException {
        var line = lines.poll(LONGEST.toSeconds(), TimeUnit.SECONDS);
        assertThat(line).as("a line within %s", LONGEST).isNotNull();
        return line;
    }

    /** The rest of the next event of that name, or that the stream ended before. */
    String next(String name) throws InterruptedException {
        for (var line = line(); !line.equals(END); line = line()) {
            if (line.equals("event:" + name)) {
                return rest();
            }
        }
        return END;
    }

    private String rest() throws InterruptedException {
        var rest = new StringBuilder();
        for (var line = line(); !line.isEmpty() && !line.equals(END); line = line()) {
            rest.append(line).append('\n');
        }
        return rest.toString();
    }

    /** All that it hears until its end. */
    String all() throws InterruptedException {
        var all = new StringBuilder();
        for (var line = line(); !line.equals(END); line = line()) {
            all.append(line).append('\n');
        }
        return all.toString();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
