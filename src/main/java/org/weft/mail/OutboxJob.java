package org.weft.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * When the outbox is looked at: every few seconds on every node, and at once on the node that put something into it.
 *
 * @see <a href="../../../../../../docs/decisions/018-every-node-sends.md">decision 018</a>
 */
@Component
@ConditionalOnProperty(name = "db-scheduler.enabled", matchIfMissing = true)
class OutboxJob implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxJob.class);

    /** Longer than what most servers take for one message, shorter than what a shutdown is given. */
    private static final Duration TO_END = Duration.ofSeconds(20);

    private final OutboxSender sender;
    private final WeftMailProperties properties;
    private final Semaphore wanted = new Semaphore(0);
    private volatile @Nullable Thread thread;

    OutboxJob(OutboxSender sender, WeftMailProperties properties) {
        this.sender = sender;
        this.properties = properties;
    }

    @Override
    public void start() {
        sender.resume();
        var started = Thread.ofPlatform().daemon().name("mail-outbox-1").unstarted(this::run);
        thread = started;
        started.start();
    }

    /** The messages being sent just now are finished and written down, so that nobody sends them again. */
    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        sender.stop();
        wanted.release();
        try {
            if (!running.join(TO_END)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Once the messages can be seen by everybody. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void wake(MailQueued event) {
        wanted.release();
    }

    private void run() {
        while (isRunning()) {
            try {
                sender.sendDue();
            } catch (RuntimeException e) {
                // The database is away, or was in the middle: what was taken is taken again when its time is up.
                log.warn(
                        "The outbox is looked at again in {} s",
                        properties.lookEvery().toSeconds(),
                        e);
            }
            try {
                wanted.tryAcquire(properties.lookEvery().toMillis(), TimeUnit.MILLISECONDS);
                wanted.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
