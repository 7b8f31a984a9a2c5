package org.weft.mail;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** When the outbox is looked at: every ten seconds, and at once when something was put into it. */
@Configuration
class OutboxJob {

    private static final Logger log = LoggerFactory.getLogger(OutboxJob.class);
    private static final String NAME = "mail-outbox";

    @Bean
    RecurringTask<Void> outboxTask(OutboxSender sender) {
        return Tasks.recurring(NAME, FixedDelay.of(Duration.ofSeconds(10)))
                .execute((instance, context) -> sender.sendDue());
    }

    @Bean
    OutboxWaker outboxWaker(ObjectProvider<Scheduler> scheduler, RecurringTask<Void> outboxTask) {
        return new OutboxWaker(scheduler, outboxTask);
    }

    /** Brings the next look forward to now, once the messages can be seen by everybody. */
    static class OutboxWaker {

        private final ObjectProvider<Scheduler> scheduler;
        private final RecurringTask<Void> task;

        OutboxWaker(ObjectProvider<Scheduler> scheduler, RecurringTask<Void> task) {
            this.scheduler = scheduler;
            this.task = task;
        }

        @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
        void wake(MailQueued event) {
            // On a thread of its own: this one still holds the connection of the transaction just ended.
            scheduler.ifAvailable(running -> Thread.startVirtualThread(() -> bringForward(running)));
        }

        private void bringForward(Scheduler running) {
            try {
                // Long due, so that it is due by whatever clock the scheduler keeps, on this node and on every other.
                running.reschedule(task.instanceId(RecurringTask.INSTANCE), Instant.EPOCH);
                running.triggerCheckForDueExecutions();
            } catch (RuntimeException e) {
                // It is running just now, or has not been set up yet: the next regular look finds the messages.
                log.debug("The outbox is looked at in its own time", e);
            }
        }
    }
}
