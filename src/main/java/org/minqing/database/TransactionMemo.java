package org.minqing.database;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers what a transaction has read, or was told when it wrote, until it writes there again or ends: a process asks for
 * the same appeal a dozen times on its way from one task to the next. Outside a transaction nothing is remembered.
 */
public final class TransactionMemo<V> {

    /** What the running transaction knows about this key. */
    public V get(String key, Supplier<V> read) {
        // A transaction that only reads may walk through all there is, and would keep it all.
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            return read.get();
        }
        var known = known();
        var value = known.get(key);
        if (value == null) {
            value = read.get();
            known.put(key, value);
        }
        return value;
    }

    /** Remembers what the database answered to a write. */
    public void put(String key, V value) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            known().put(key, value);
        }
    }

    /** Forgets it: it was written, or must be read again under a lock. */
    public void forget(String key) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            known().remove(key);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, V> known() {
        var known = (Map<String, V>) TransactionSynchronizationManager.getResource(this);
        if (known == null) {
            known = new HashMap<>();
            bind(known);
        }
        return known;
    }

    private void bind(Map<String, V> known) {
        TransactionSynchronizationManager.bindResource(this, known);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResourceIfPossible(TransactionMemo.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(TransactionMemo.this, known);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(TransactionMemo.this);
            }
        });
    }
}
