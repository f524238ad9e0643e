package org.minqing.proof.notices;

import java.util.SplittableRandom;

/** What a receiver does with a request. The same key and attempt bring the same whim, whoever asks first. */
enum Whim {
    TAKES(800, true),
    /** 500, and nothing is kept. */
    FAILS(80, false),
    /** Never answers. */
    HANGS(5, false),
    /** Keeps it, and answers when nobody listens any more. */
    ANSWERS_LATE(5, true),
    CLOSES_BEFORE(30, false),
    /** Keeps it, and closes without a word. */
    CLOSES_AFTER(30, true),
    /** Keeps it, and what it answers is no HTTP. */
    TALKS_NONSENSE(20, true),
    /** Keeps it, and answers twice: the second answer lies there for whoever asks next. */
    ANSWERS_TWICE(20, true),
    /** 410: it will never take this one. */
    REFUSES(10, false);

    private final int ofThousand;
    private final boolean keeps;

    Whim(int ofThousand, boolean keeps) {
        this.ofThousand = ofThousand;
        this.keeps = keeps;
    }

    /** Whether what it was told has its effect. */
    boolean keeps() {
        return keeps;
    }

    static Whim of(long seed, String key, int attempt) {
        var drawn = new SplittableRandom(seed + 31L * key.hashCode() + 1_000_003L * attempt).nextInt(1000);
        for (var whim : values()) {
            drawn -= whim.ofThousand;
            if (drawn < 0) {
                return whim;
            }
        }
        throw new IllegalStateException("The whims are not a thousand");
    }
}
