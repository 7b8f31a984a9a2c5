package org.weft.reminders.policy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once a minute: plan the days that have begun, then send what is due. Once a night: count what followed. */
@Configuration
class ReminderJob {

    @Bean
    RecurringTask<Void> reminderTask(ReminderPlanner planner, DigestSender sender) {
        return Tasks.recurring("reminders", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> {
                    planner.plan();
                    sender.sendDue();
                });
    }

    @Bean
    RecurringTask<Void> policyEffectTask(PolicyEffects effects) {
        return Tasks.recurring("policy-effects", new Daily(ZoneOffset.UTC, LocalTime.of(2, 30)))
                .execute((instance, context) -> effects.count());
    }
}
