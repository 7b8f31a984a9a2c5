package org.weft.mail.bounce;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every five minutes, on one node: looks for mail that came back. */
@Configuration
class BounceJob {

    @Bean
    RecurringTask<Void> bounceTask(BounceReader reader) {
        return Tasks.recurring("mail-bounces", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> reader.read());
    }
}
