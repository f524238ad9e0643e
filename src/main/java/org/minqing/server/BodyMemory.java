package org.minqing.server;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of bodies may be held for all requests together. */
final class BodyMemory {

    private final AtomicLong free;

    BodyMemory(long bytes) {
        free = new AtomicLong(bytes);
    }

    boolean take(int bytes) {
        if (free.addAndGet(-bytes) >= 0) {
            return true;
        }
        free.addAndGet(bytes);
        return false;
    }

    void giveBack(int bytes) {
        free.addAndGet(bytes);
    }

    long free() {
        return free.get();
    }
}
