package org.weft.reports;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once a minute, on one node: takes the pictures of the cycles anew in which something happened. */
@Configuration
class FigureJob {

    @Bean
    RecurringTask<Void> figureTask(FigureSnapshots snapshots) {
        return Tasks.recurring("reports-figures", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> snapshots.renew());
    }
}
