package org.weft.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two who save the same thing at the same moment, so close that neither sees the other before writing. */
public final class Race {

    private static final Duration TO_ITS_WRITE = Duration.ofMillis(700);

    private Race() {}

    /**
     * Writes, then lets another save as far as the row that is held now, and commits.
     *
     * @param faster a write that holds the row until its transaction ends
     * @param slower read the row before, and waits for it to write
     * @return what the slower one comes to
     */
    public static <T> T between(PlatformTransactionManager transactions, Runnable faster, Callable<T> slower)
            throws Exception {
        try (var thread = Executors.newSingleThreadExecutor()) {
            var outcome = new TransactionTemplate(transactions).execute(status -> {
                faster.run();
                var running = thread.submit(slower);
                LockSupport.parkNanos(TO_ITS_WRITE.toNanos());
                return running;
            });
            return outcome.get();
        }
    }
}
