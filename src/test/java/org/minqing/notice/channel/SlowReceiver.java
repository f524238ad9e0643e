package org.minqing.notice.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Takes a connection and never comes to an end with it. */
final class SlowReceiver implements AutoCloseable {

    private final ServerSocket socket;

    SlowReceiver(boolean answersByTheByte, CountDownLatch end) throws IOException {
        this(answersByTheByte, new CountDownLatch(0), end);
    }

    /** @param called counts down when somebody has come */
    SlowReceiver(boolean answersByTheByte, CountDownLatch called, CountDownLatch end) throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        var thread = new Thread(() -> serve(answersByTheByte, called, end), "slow-receiver");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(boolean answersByTheByte, CountDownLatch called, CountDownLatch end) {
        try (var connection = socket.accept()) {
            called.countDown();
            var out = connection.getOutputStream();
            if (answersByTheByte) {
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            while (!end.await(100, TimeUnit.MILLISECONDS)) {
                if (answersByTheByte) {
                    out.write('x');
                    out.flush();
                }
            }
        } catch (IOException e) {
            // The other side has gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
