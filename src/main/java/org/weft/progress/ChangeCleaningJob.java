package org.weft.progress;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes changes that every open grid of every node has long been told. */
@Configuration
class ChangeCleaningJob {

    static final Duration KEPT = Duration.ofMinutes(10);

    @Bean
    RecurringTask<Void> changeCleaningTask(JdbcClient jdbc, Clock clock) {
        return Tasks.recurring("progress-change-cleaning", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> clean(jdbc, clock));
    }

    static void clean(JdbcClient jdbc, Clock clock) {
        jdbc.sql("delete from progress_change where at < :old")
                .param("old", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
