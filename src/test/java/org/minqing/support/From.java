package org.minqing.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Somebody at another address: all of 127.0.0.0/8 is this machine, and the server sees which of it was taken. */
public final class From {

    /** @param head status line and headers */
    public record Answer(int status, String head, String body) {}

    private final String address;
    private final int port;

    private From(String address, int port) {
        this.address = address;
        this.port = port;
    }

    /** @param address such as {@code 127.0.0.9} */
    public static From address(String address, Api api) {
        return new From(address, java.net.URI.create(api.base()).getPort());
    }

    /** Asks for the tasks as a program does, with user and password. */
    public Answer tasks(String user, String password) {
        var pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return get("/api/tasks", "Authorization: Basic " + pair);
    }

    public Answer get(String path, String header) {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(address, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            var request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + header + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var end = text.indexOf("\r\n\r\n");
            return new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
