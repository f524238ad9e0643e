package org.minqing.notice.channel;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.util.Timeout;

/**
 * Asks services outside: no redirect is followed, no cookie kept, no name resolved to a network that is not theirs, and nobody
 * waits longer than {@code patience} for a whole answer.
 */
final class Outgoing implements AutoCloseable {

    /** What a service answers is a code and a few words; of more than that nothing is read. */
    private static final int MOST_READ = 65_536;

    /** @param retryAfter null if it did not say, or not in seconds */
    record Answer(int status, String body, Duration retryAfter) {}

    /** No answer: {@code sent} tells whether the request may have arrived. */
    static final class Silence extends IOException {
        private static final long serialVersionUID = 1L;

        private final boolean sent;

        Silence(String reason, boolean sent) {
            super(reason);
            this.sent = sent;
        }

        boolean sent() {
            return sent;
        }
    }

    private final CloseableHttpClient http;
    private final Watchdog watchdog;

    Outgoing(Networks networks, Duration patience) {
        var timeout = Timeout.ofMilliseconds(patience.toMillis());
        http = HttpClients.custom()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                // Whoever answers twice would have answered the next request before it was asked.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("Minqing")
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(networks)
                        // Lanes have a limit each; one of all together would make a service wait for another that
                        // hangs.
                        .setMaxConnPerRoute(Short.MAX_VALUE)
                        .setMaxConnTotal(Short.MAX_VALUE)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .build())
                .build();
        watchdog = new Watchdog(patience);
    }

    /** @throws Silence if there was no whole answer in time */
    Answer ask(ClassicHttpRequest request) throws Silence {
        try (var watched = watchdog.watch(request)) {
            try {
                return http.execute(request, Outgoing::answer);
            } catch (IOException e) {
                throw silence(e, watched.bitten());
            }
        }
    }

    private static Silence silence(IOException e, boolean bitten) {
        if (bitten) {
            return new Silence("timeout", true);
        }
        if (e instanceof Networks.Forbidden) {
            return new Silence("forbiddenNetwork", false);
        }
        if (e instanceof UnknownHostException
                || e instanceof ConnectException
                || e instanceof ConnectTimeoutException) {
            return new Silence("notReached", false);
        }
        return new Silence(e instanceof InterruptedIOException ? "timeout" : "broken", true);
    }

    private static Answer answer(ClassicHttpResponse response) throws IOException {
        var body = "";
        if (response.getEntity() != null) {
            try (var in = response.getEntity().getContent()) {
                body = new String(in.readNBytes(MOST_READ), StandardCharsets.UTF_8);
            }
        }
        return new Answer(response.getCode(), body, retryAfter(response.getFirstHeader("Retry-After")));
    }

    private static Duration retryAfter(Header header) {
        return header != null && header.getValue().matches("[0-9]{1,6}")
                ? Duration.ofSeconds(Long.parseLong(header.getValue()))
                : null;
    }

    @Override
    public void close() throws IOException {
        watchdog.close();
        http.close();
    }
}
