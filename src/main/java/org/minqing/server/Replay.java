package org.minqing.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** Gives the container a body that has been read already, in the place of the connection. */
final class Replay implements InputBuffer {

    private final InputBuffer connection;
    private final ByteBuffer body;

    private Replay(InputBuffer connection, ByteBuffer body) {
        this.connection = connection;
        this.body = body;
    }

    static void begin(Request request, ByteBuffer body) {
        request.setInputBuffer(new Replay(request.getInputBuffer(), body));
    }

    /** Tomcat uses a request object again for the next request of the connection, or of another. */
    static void end(Request request) {
        if (request.getInputBuffer() instanceof Replay replay) {
            request.setInputBuffer(replay.connection);
        }
    }

    @Override
    public int doRead(ApplicationBufferHandler reader) throws IOException {
        var length = body.remaining();
        if (length == 0) {
            return -1;
        }
        reader.setByteBuffer(body.slice());
        body.position(body.limit());
        return length;
    }

    @Override
    public int available() {
        return body.remaining();
    }
}
