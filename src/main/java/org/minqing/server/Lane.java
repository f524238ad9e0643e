package org.minqing.server;

import java.util.ArrayDeque;
import java.util.Deque;

/** So many requests of one kind are worked on at once; the others wait in the order in which they came, and hold no thread. */
final class Lane {

    private final Deque<Arrival> waiting = new ArrayDeque<>();
    private int free;

    Lane(int atOnce) {
        free = atOnce;
    }

    /** Whether a request may go on at once; it must {@link #leave}. */
    synchronized boolean enter() {
        if (free == 0) {
            return false;
        }
        free--;
        return true;
    }

    /** As {@link #enter}, and who may not is called when it is his turn. */
    synchronized boolean enterOrWait(Arrival arrival) {
        if (enter()) {
            return true;
        }
        waiting.add(arrival);
        return false;
    }

    /** Whether it was still waiting. */
    synchronized boolean giveUp(Arrival arrival) {
        return waiting.remove(arrival);
    }

    /** Places in which nobody is. */
    synchronized int free() {
        return free;
    }

    /** The place goes to the next that is still there. */
    void leave() {
        Arrival next;
        do {
            synchronized (this) {
                next = waiting.poll();
                if (next == null) {
                    free++;
                    return;
                }
            }
        } while (!next.go());
    }
}
