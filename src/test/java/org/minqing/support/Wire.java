package org.minqing.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends bytes as they are, where a client library would mend them first. */
public final class Wire {

    /** Whole answer in ISO-8859-1, so that each byte is one character; empty where the server only closed. */
    public record Heard(String text) {

        public int status() {
            return text.isEmpty() ? 0 : Integer.parseInt(text.substring(9, 12));
        }

        /** In UTF-8, chunks and all. */
        public String body() {
            var at = text.indexOf("\r\n\r\n");
            return at < 0
                    ? ""
                    : new String(text.substring(at + 4).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }

        /** Lower case, with the names of the headers. */
        public String head() {
            var at = text.indexOf("\r\n\r\n");
            return (at < 0 ? text : text.substring(0, at)).toLowerCase(Locale.ROOT);
        }
    }

    private final int port;

    public Wire(int port) {
        this.port = port;
    }

    /** @param latin one character per byte */
    public Heard send(String latin) {
        return send(latin, false);
    }

    /** Sends and says that nothing more comes. */
    public Heard cutShort(String latin) {
        return send(latin, true);
    }

    private Heard send(String latin, boolean cut) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(latin.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            if (cut) {
                socket.shutdownOutput();
            }
            var heard = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            try {
                for (int n; (n = socket.getInputStream().read(buffer)) > 0; ) {
                    heard.write(buffer, 0, n);
                }
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                // Closed with bytes of ours unread: what was heard counts.
            }
            return new Heard(heard.toString(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends and goes away without waiting. */
    public void abandon(String latin) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(latin.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** UTF-8 as {@link #send} takes it. */
    public static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
