package org.weft.reports.subscriptions;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weft.base.TaskQueue;

/** Once a minute: what has become due. A task for each report that is due, by the run's id. Once a night: what is long over goes. */
@Configuration
class SubscriptionJob {

    private static final Duration EVERY = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> subscriptionPlanningTask(SubscriptionPlanner planner) {
        return Tasks.recurring("report-subscriptions", FixedDelay.of(EVERY))
                .execute((instance, context) -> planner.plan());
    }

    @Bean
    CustomTask<Void> subscriptionTask(SubscriptionSender sender) {
        return Tasks.custom("report-subscription", Void.class)
                .onDeadExecutionRevive()
                .onFailure(new FailureHandler.OnFailureRetryLater<>(EVERY))
                .execute((instance, context) -> {
                    var again = sender.step(Long.parseLong(instance.getId()));
                    return (complete, operations) -> again.ifPresentOrElse(
                            wait -> operations.reschedule(
                                    complete, complete.getTimeDone().plus(wait)),
                            operations::remove);
                });
    }

    @Bean
    TaskQueue subscriptionTasks(
            CustomTask<Void> subscriptionTask, DataSource dataSource, ObjectProvider<Scheduler> scheduler) {
        return new TaskQueue(subscriptionTask, dataSource, scheduler);
    }

    @Bean
    RecurringTask<Void> subscriptionCleaningTask(RunStore runs) {
        return Tasks.recurring("report-subscription-cleaning", new Daily(ZoneOffset.UTC, LocalTime.of(3, 5)))
                .execute((instance, context) -> runs.clean());
    }
}
