package org.weft.reports.downloads;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weft.base.TaskQueue;

/** A task for each workbook that is wanted, by the download's id, on any node; and once a night, what has expired goes. */
@Configuration
@EnableConfigurationProperties(ReportProperties.class)
class ReportDownloadJob {

    private static final Duration AGAIN = Duration.ofSeconds(5);

    @Bean
    CustomTask<Void> reportDownloadTask(ReportMaker maker) {
        return Tasks.custom("report-download", Void.class)
                .onDeadExecutionRevive()
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                .execute((instance, context) -> {
                    var ended = maker.make(
                            Long.parseLong(instance.getId()),
                            () -> context.getSchedulerState().isShuttingDown());
                    return (complete, operations) -> {
                        if (ended) {
                            operations.remove();
                        } else {
                            operations.reschedule(
                                    complete, complete.getTimeDone().plus(AGAIN));
                        }
                    };
                });
    }

    @Bean
    TaskQueue reportTasks(
            CustomTask<Void> reportDownloadTask, DataSource dataSource, ObjectProvider<Scheduler> scheduler) {
        return new TaskQueue(reportDownloadTask, dataSource, scheduler);
    }

    @Bean
    RecurringTask<Void> reportCleaningTask(DownloadStore store) {
        return Tasks.recurring("report-cleaning", new Daily(ZoneOffset.UTC, LocalTime.of(3, 0)))
                .execute((instance, context) -> store.clean());
    }
}
