package org.minqing.notice.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Says what it was going to say, whatever it is asked: one text for each request, over as many connections as it is asked by. */
final class Talker implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> texts;
    private final AtomicInteger said = new AtomicInteger();

    Talker(String... texts) throws IOException {
        this.texts = List.of(texts);
        start(() -> {
            while (true) {
                var connection = socket.accept();
                start(() -> talk(connection));
            }
        });
    }

    private interface Talk {
        void run() throws IOException;
    }

    private static void start(Talk talk) {
        var thread = new Thread(
                () -> {
                    try {
                        talk.run();
                    } catch (IOException e) {
                        // The other side has gone.
                    }
                },
                "talker");
        thread.setDaemon(true);
        thread.start();
    }

    /** Each thing that arrives is a request, or the rest of one that came with it. */
    private void talk(Socket connection) throws IOException {
        var asked = new byte[65_536];
        while (connection.getInputStream().read(asked) > 0) {
            var text = new String(asked, StandardCharsets.UTF_8);
            java.util.Arrays.fill(asked, (byte) 0);
            if (text.startsWith("POST ")) {
                var next = texts.get(said.getAndIncrement() % texts.size());
                connection.getOutputStream().write(next.getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
