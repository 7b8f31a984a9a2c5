package org.weft.progress.roundtrip;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once a night, uploaded files that have expired go. */
@Configuration
@EnableConfigurationProperties(EditProperties.class)
class EditJob {

    @Bean
    RecurringTask<Void> editCleaningTask(UploadStore uploads) {
        return Tasks.recurring("edit-cleaning", new Daily(ZoneOffset.UTC, LocalTime.of(3, 15)))
                .execute((instance, context) -> uploads.clean());
    }
}
