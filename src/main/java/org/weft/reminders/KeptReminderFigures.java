package org.weft.reminders;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.weft.base.KeptFigure;
import org.weft.base.Text;

/** What reminders keep, for the proof. */
@Configuration
class KeptReminderFigures {

    @Bean
    @Order(80)
    KeptFigure keptReminders(JdbcClient jdbc, ReminderLog log) {
        return ReminderLog.KEPT.figure(
                "reminders", Text.of("reminders.kept"), Text.of("reminders.kept.text"), jdbc, log::recount);
    }
}
