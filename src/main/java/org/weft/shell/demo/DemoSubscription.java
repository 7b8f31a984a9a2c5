package org.weft.shell.demo;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes a subscription of the sample account of HR, so that its page shows what one looks like: team progress, every Monday
 * morning, as a link. What was due before the demonstration is not made up for, so nothing goes out as the portal starts.
 */
final class DemoSubscription {

    private final JdbcTemplate jdbc;
    private final Instant now;

    DemoSubscription(JdbcTemplate jdbc, Instant now) {
        this.jdbc = jdbc;
        this.now = now;
    }

    void write() {
        jdbc.update("""
                insert into report_subscription (owner_id, kind, program_id, rhythm, weekday, month_day, at_time, delivery,
                    active, created_at)
                select a.id, 'TEAM', cy.program_id, 'WEEKLY', 'MONDAY', 1, time '07:30:00', 'LINK', true, ?
                from account a join cycle cy on cy.id = (select max(id) from cycle)
                where a.username = 'hr'""", Timestamp.from(now));
        jdbc.update("""
                insert into report_recipient (subscription_id, account_id, since)
                select id, owner_id, created_at from report_subscription""");
    }
}
