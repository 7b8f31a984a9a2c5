package org.weft.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once a night: files that went out with mail some time ago, or never will, are kept no longer. */
@Configuration
class AttachmentJob {

    @Bean
    RecurringTask<Void> attachmentTask(AttachmentStore attachments, WeftMailProperties properties, Clock clock) {
        return Tasks.recurring("mail-attachments", new Daily(ZoneOffset.UTC, LocalTime.of(3, 15)))
                .execute(
                        (instance, context) -> attachments.clean(clock.instant().minus(properties.keepAttachments())));
    }
}
