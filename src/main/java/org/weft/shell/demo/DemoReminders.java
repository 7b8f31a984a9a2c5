package org.weft.shell.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the reminders of the running quarter, the latest eight days old, so that everybody may be reminded again. */
final class DemoReminders {

    private static final String SUBJECT = "Your networking objectives";
    private static final String TEXT = "How far are you? A short talk with somebody from another team counts.";

    private final Random random = new Random(7);
    private final JdbcTemplate jdbc;
    private final Instant now;

    DemoReminders(JdbcTemplate jdbc, Instant now) {
        this.jdbc = jdbc;
        this.now = now;
    }

    private record Late(long participantId, long personId, String name, String email) {}

    void write() {
        var messages = new DemoRows(
                jdbc,
                "message",
                "unique_key",
                "kind",
                "person_id",
                "participant_id",
                "to_address",
                "to_name",
                "language",
                "subject",
                "text_body",
                "html_body",
                "status",
                "message_id",
                "attempts",
                "created_at",
                "send_after",
                "sent_at");
        var late = jdbc.query(
                """
                select pt.id, p.id, p.display_name, p.email from participant pt join person p on p.id = pt.person_id
                where pt.cycle_id = (select max(id) from cycle) and pt.progress < 0.7 and p.email is not null
                order by pt.id""", (row, n) -> new Late(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)));
        for (var one : late) {
            if (random.nextInt(3) == 0) {
                var sentAt = now.minus(Duration.ofDays(8L + 7L * random.nextInt(3)));
                var key = "demo-reminder-" + one.participantId();
                messages.add(
                        key,
                        "REMINDER",
                        one.personId(),
                        one.participantId(),
                        one.email(),
                        one.name(),
                        "en",
                        SUBJECT,
                        TEXT,
                        "<p>" + TEXT + "</p>",
                        "SENT",
                        key + "@weft.example.com",
                        1,
                        sentAt,
                        sentAt,
                        sentAt);
            }
        }
        messages.write();
        jdbc.update("""
                update participant set last_reminded_at = (
                    select max(m.sent_at) from message m where m.participant_id = participant.id)
                where id in (select m.participant_id from message m)""");
    }
}
