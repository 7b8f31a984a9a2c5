package org.weft.reports.subscriptions;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.base.TaskQueue;

/**
 * Writes down what has become due, each once on any number of nodes. After a pause only the latest is made up for: it says
 * what the ones before would have said.
 */
@Component
class SubscriptionPlanner {

    private static final Logger log = LoggerFactory.getLogger(SubscriptionPlanner.class);

    private final RecipientStore recipients;
    private final RunStore runs;
    private final Periods periods;
    private final TaskQueue tasks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SubscriptionPlanner(
            RecipientStore recipients,
            RunStore runs,
            Periods periods,
            TaskQueue subscriptionTasks,
            TransactionTemplate transaction,
            Clock clock) {
        this.recipients = recipients;
        this.runs = runs;
        this.periods = periods;
        this.tasks = subscriptionTasks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return how many reports are due now and were not before */
    int plan() {
        var now = clock.instant();
        var known = periods.ofSubscriptions();
        var planned = 0;
        for (var one : recipients.toPlan()) {
            var due = known.schedule(one.report(), one.timing()).latest(one.since(), one.plannedOn(), now, one.zone());
            if (due.isPresent() && planned(one, due.get())) {
                planned++;
            }
        }
        if (planned > 0) {
            tasks.wake();
        }
        return planned;
    }

    /** Each by itself: one that cannot be planned is nobody else's loss. */
    private boolean planned(RecipientStore.Planned one, Schedule.Due due) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> plan(one, due)));
        } catch (RuntimeException e) {
            log.error("Subscription {} could not be planned for account {}", one.subscriptionId(), one.accountId(), e);
            return false;
        }
    }

    private boolean plan(RecipientStore.Planned one, Schedule.Due due) {
        if (!recipients.plan(one.id(), due.day())) {
            return false;
        }
        var run = runs.add(one.subscriptionId(), one.accountId(), due.at(), false, due.cycleId());
        run.ifPresent(tasks::add);
        return run.isPresent();
    }
}
