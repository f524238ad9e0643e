package org.minqing.server;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections that send a part of a request and then take their time. */
public final class SlowClients implements Closeable {

    private final List<Socket> open = new ArrayList<>();

    /** Connects from that address of this machine, such as {@code 127.0.3.1}, and sends these characters. */
    public Socket send(String from, int port, String text) throws IOException {
        var socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0);
        open.add(socket);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }

    /** A request with a body of that many bytes, of which the first two are there. */
    public Socket slowBody(String from, int port, String path, int length) throws IOException {
        return send(from, port, head(path, "Content-Length: " + length) + "{ ");
    }

    /** A request whose head does not end. */
    public Socket slowHead(String from, int port) throws IOException {
        return send(from, port, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    }

    public static String head(String path, String... headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Idempotency-Key: slow-client-0001\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }

    /** All that comes until the other side closes. */
    public static String rest(Socket socket) throws IOException {
        var all = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(all);
        return all.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        for (var socket : open) {
            socket.close();
        }
    }
}
