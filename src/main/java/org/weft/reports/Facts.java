package org.weft.reports;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.weft.access.Scope;

/** Reads facts of one kind of a cycle: all of them into a file, or some at a time for a program. */
interface Facts<T> {

    /** Participants read at a time; on H2 conversations too. */
    int BATCH = 1_000;

    /** Rows the driver fetches at a time of what is read by one statement. */
    int FETCH_SIZE = 2_000;

    /**
     * Hands on every fact in scope, in the order people read them; none is kept. They are read batch by batch, or as the database hands them on.
     *
     * @throws IllegalStateException outside a transaction that keeps to one picture of the data: what moves meanwhile would
     *     be lost between two batches, or stand twice
     */
    void each(Scope scope, long cycleId, Consumer<? super T> sink);

    /**
     * The next facts in scope in the order of their ids, which nothing changes: whoever goes on after the last id sees
     * whatever was there all the time exactly once.
     *
     * @param after the last id that is known, or 0
     */
    List<T> page(Scope scope, long cycleId, long after, int limit);

    /** For implementations of {@link #each}. */
    static void requireOnePicture() {
        if (!Objects.equals(
                TransactionSynchronizationManager.getCurrentTransactionIsolationLevel(),
                TransactionDefinition.ISOLATION_REPEATABLE_READ)) {
            throw new IllegalStateException("Facts are read batch by batch, in a transaction of repeatable reads");
        }
    }
}
