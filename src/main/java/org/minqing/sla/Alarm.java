package org.minqing.sla;

import java.time.Instant;

/**
 * What the application cannot put right by itself: a timer of the engine that is not as it was set, or work that nobody may
 * do. The verdict stays the clock's; a person must look.
 *
 * @param person user id of whoever touched it, as the engine's operation log names him; empty if it names nobody
 * @param oldDue what the application had set; null if it is about no timer
 * @param newDue what the engine has now; null if the timer is gone
 */
public record Alarm(
        String appeal,
        TimerLog.Timer timer,
        Kind kind,
        String person,
        Instant oldDue,
        Instant newDue,
        Instant foundAt) {

    /** What is wrong with it. */
    public enum Kind {
        MOVED("定时器被改动"),
        SUSPENDED("定时器被挂起"),
        DELETED("定时器不见了"),
        DEAD("定时器已停用"),
        FAILING("定时器执行出错"),
        /** Everybody who could do what is due has the appeal himself, or it is about him. */
        NOBODY_LEFT("无人可经办");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The Chinese words for it. */
        public String label() {
            return label;
        }
    }
}
