package org.weft.reports;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The transaction of one thread, for another to work in while the first leaves it alone.
 *
 * @param bound what stands for it: its connection, above all
 */
record SharedTransaction(
        Map<Object, Object> bound, boolean active, @Nullable Integer isolation, boolean readOnly) {

    /** That of this thread, if it is in one. */
    static SharedTransaction current() {
        return new SharedTransaction(
                Map.copyOf(TransactionSynchronizationManager.getResourceMap()),
                TransactionSynchronizationManager.isActualTransactionActive(),
                TransactionSynchronizationManager.getCurrentTransactionIsolationLevel(),
                TransactionSynchronizationManager.isCurrentTransactionReadOnly());
    }

    /** Does the work in it, on this thread, which must not be in any. It neither ends nor undoes the transaction. */
    void with(Runnable work) {
        TransactionSynchronizationManager.initSynchronization();
        TransactionSynchronizationManager.setActualTransactionActive(active);
        TransactionSynchronizationManager.setCurrentTransactionIsolationLevel(isolation);
        TransactionSynchronizationManager.setCurrentTransactionReadOnly(readOnly);
        bound.forEach(TransactionSynchronizationManager::bindResource);
        try {
            work.run();
        } finally {
            bound.keySet().forEach(TransactionSynchronizationManager::unbindResource);
            TransactionSynchronizationManager.clear();
        }
    }
}
