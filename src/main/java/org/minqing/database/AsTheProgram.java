package org.minqing.database;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What must be read whole, whoever asked: a chain is broken where a row of it is hidden. What is read so is not shown to the
 * person, only what comes of it.
 */
public final class AsTheProgram {

    private static final ThreadLocal<Boolean> RUNNING = ThreadLocal.withInitial(() -> false);

    private AsTheProgram() {}

    /** @throws IllegalStateException within a transaction, for its connection has been told already who reads */
    public static <T> T run(Supplier<T> looks) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A transaction is read by one reader only");
        }
        return anywhere(looks);
    }

    /** What the program finds out for itself, such as who has signed in. */
    static <T> T anywhere(Supplier<T> looks) {
        var before = RUNNING.get();
        RUNNING.set(true);
        try {
            return looks.get();
        } finally {
            RUNNING.set(before);
        }
    }

    static boolean running() {
        return RUNNING.get();
    }
}
