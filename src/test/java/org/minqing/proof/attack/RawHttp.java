package org.minqing.proof.attack;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * HTTP as whoever means harm writes it: bytes as they are, which no library would send. One connection as long as both sides
 * keep it.
 */
final class RawHttp implements Closeable {

    private static final int PATIENCE_MILLIS = 30_000;

    /** @param status 0 if the server closed the connection without an answer */
    record Answer(int status, String body) {}

    private final int port;
    private final InetAddress from;
    private Socket socket;
    private InputStream in;

    /** @param from address of this machine that the server sees */
    RawHttp(int port, InetAddress from) {
        this.port = port;
        this.from = from;
    }

    /** Sends it and reads the answer; a connection that was kept and meanwhile closed is opened once more. */
    Answer send(byte[] request, boolean head) throws IOException {
        var kept = socket != null;
        try {
            return exchange(request, head);
        } catch (IOException e) {
            close();
            if (!kept) {
                throw e;
            }
            return exchange(request, head);
        }
    }

    /** Sends it and cuts the connection without waiting. */
    void abandon(byte[] request) throws IOException {
        open();
        socket.getOutputStream().write(request);
        close();
    }

    private void open() throws IOException {
        if (socket == null) {
            socket = new Socket();
            socket.bind(new InetSocketAddress(from, 0));
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        }
    }

    private Answer exchange(byte[] request, boolean head) throws IOException {
        open();
        try {
            socket.getOutputStream().write(request);
        } catch (IOException refusedMeanwhile) {
            // It has answered before it had all, and closed: the answer is still to be read.
        }
        var line = line();
        if (line == null) {
            throw new IOException("closed without an answer");
        }
        var status = Integer.parseInt(line.split(" ")[1]);
        var length = -1;
        var chunked = false;
        var ends = false;
        for (var header = line(); header != null && !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("connection:")) {
                ends = lower.contains("close");
            }
        }
        var nothing = head || status == 204 || status == 304 || status < 200;
        var body = nothing ? "" : new String(body(length, chunked), StandardCharsets.UTF_8);
        if (ends || !nothing && !chunked && length < 0) {
            close();
        }
        return new Answer(status, body);
    }

    private byte[] body(int length, boolean chunked) throws IOException {
        if (!chunked) {
            return length < 0 ? in.readAllBytes() : in.readNBytes(length);
        }
        var all = new ByteArrayOutputStream();
        for (var size = line(); size != null; size = line()) {
            var bytes = Integer.parseInt(size.strip(), 16);
            all.write(in.readNBytes(bytes));
            line();
            if (bytes == 0) {
                break;
            }
        }
        return all.toByteArray();
    }

    /** Without its end; null where the server has closed. */
    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** Whatever was sent last is torn off. */
    @Override
    public void close() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException alreadyClosed) {
                // Nothing is left to be done.
            }
            socket = null;
        }
    }
}
