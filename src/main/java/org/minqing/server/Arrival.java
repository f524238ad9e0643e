package org.minqing.server;

import jakarta.servlet.ReadListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.AsyncContextCallback;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** A request that no thread works on yet: its body is on the way, or others are before it. */
final class Arrival implements ReadListener, ApplicationBufferHandler, AsyncContextCallback {

    /** What is read of a body that is too large, so that its sender finishes and hears why. */
    static final int READ_AWAY = 2 * 1024 * 1024;

    private static final int FIRST = 8 * 1024;
    /** Tomcat keeps a thing of ours with its request; its own have small numbers. */
    private static final int NOTE = 20;

    final Request request;
    final Lane lane;
    private final int most;
    private final BodyMemory memory;
    private byte[] body = new byte[0];
    private int length;
    private long thrownAway;
    private ByteBuffer piece;
    private boolean here;
    private boolean whole;
    private int refusal;
    private final AtomicBoolean place = new AtomicBoolean();

    Arrival(Request request, Lane lane, int most, BodyMemory memory) {
        this.request = request;
        this.lane = lane;
        this.most = most;
        this.memory = memory;
        request.setNote(NOTE, this);
    }

    /** The one that this request is, or null if the container has it. */
    static Arrival of(Request request) {
        return (Arrival) request.getNote(NOTE);
    }

    /** From now on it is the container's. */
    void end() {
        request.setNote(NOTE, null);
    }

    /** It is refused, for which it needs no place. */
    void answer() {
        request.action(ActionCode.ASYNC_DISPATCH, null);
    }

    /** Its turn has come, and a place is its own. False if its connection is gone, and with it whom to answer. */
    boolean go() {
        if (of(request) != this) {
            return false;
        }
        place.set(true);
        try {
            request.action(ActionCode.ASYNC_DISPATCH, null);
            return true;
        } catch (IllegalStateException e) {
            return !place.getAndSet(false);
        }
    }

    /** Whether it had a place in its lane, which somebody must leave now. */
    boolean hadPlace() {
        return place.getAndSet(false);
    }

    /** Tells Tomcat that this thread is its own, or it would look for another one. */
    void read() {
        request.setRequestThread();
        try {
            request.setReadListener(this);
        } finally {
            request.clearRequestThread();
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!finished() && request.isReady()) {
            if (request.doRead(this) > 0) {
                take(piece);
            }
        }
        whole = request.isFinished();
    }

    private boolean finished() {
        return refusal == 503 || thrownAway > READ_AWAY || request.isFinished();
    }

    private void take(ByteBuffer bytes) {
        var more = bytes.remaining();
        if (refusal != 0 || length + more > most) {
            refuse(413);
            thrownAway += more;
            return;
        }
        if (length + more > body.length && !grow(length + more)) {
            refuse(503);
            return;
        }
        bytes.get(body, length, more);
        length += more;
    }

    private boolean grow(int needed) {
        var size = Math.min(most, Math.max(needed, Math.max(FIRST, 2 * body.length)));
        if (!memory.take(size - body.length)) {
            return false;
        }
        body = Arrays.copyOf(body, size);
        return true;
    }

    /** Nothing of it is kept any more; it is answered with that status. */
    void refuse(int status) {
        refusal = status;
        release();
    }

    void release() {
        memory.giveBack(body.length);
        body = new byte[0];
        length = 0;
    }

    /** All of its body, if it has any, came with the head and is Tomcat's to read. */
    void here() {
        here = true;
    }

    /** No more of it is wanted. */
    boolean ready() {
        return here || whole || refusal == 503 || thrownAway > READ_AWAY;
    }

    /** Its body has been read. */
    boolean whole() {
        return whole;
    }

    /** The status that it is refused with; 0 if it is not. */
    int refusal() {
        return refusal;
    }

    ByteBuffer body() {
        return ByteBuffer.wrap(body, 0, length);
    }

    @Override
    public void onAllDataRead() {
        // Seen by onDataAvailable.
    }

    @Override
    public void onError(Throwable e) {
        // Tomcat tells the adapter.
    }

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
        piece = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return piece;
    }

    @Override
    public void expand(int size) {
        // Tomcat hands over its own buffer and asks for no room in ours.
    }

    @Override
    public void fireOnComplete() {
        // The container does not know that the request has been waiting.
    }

    @Override
    public boolean isAvailable() {
        return true;
    }

    @Override
    public void incrementInProgressAsyncCount() {
        // As above.
    }

    @Override
    public void decrementInProgressAsyncCount() {
        // As above.
    }
}
