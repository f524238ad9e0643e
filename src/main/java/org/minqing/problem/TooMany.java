package org.minqing.problem;

import java.time.Duration;

/** Somebody did too much of something: 429. Nothing was stored, and after a while he can go on. */
public class TooMany extends RuntimeException {

    private final Duration wait;
    private final String english;

    /** @param wait until it is worth another try; @param zh why, as a sentence; @param en the same */
    public TooMany(Duration wait, String zh, String en) {
        super(zh);
        this.wait = wait;
        this.english = en;
    }

    /** At least one. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** At least one, for people. */
    public long minutes() {
        return (seconds() + 59) / 60;
    }

    /** The Chinese text. */
    public String zh() {
        return getMessage();
    }

    /** The English text. */
    public String en() {
        return english;
    }
}
