package org.weft.reminders.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an audience may be narrowed to: programs, and their cohorts. */
@Service
@PreAuthorize("hasRole('HR')")
@Transactional(readOnly = true)
public class PolicyChoices {

    private final JdbcClient jdbc;
    private final Clock clock;

    PolicyChoices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public record Program(long id, String name) {}

    public record Cohort(long id, String name, String cycle, long programId, String program) {}

    /** Programs that run or are drafted, by name, and those a policy names already. */
    public List<Program> programs() {
        return jdbc.sql("""
                        select id, name from program
                        where status in ('DRAFT', 'ACTIVE') or id in (select program_id from reminder_policy)
                        order by name, id""").query(Program.class).list();
    }

    /** Their cohorts in cycles that are not over, by name, and those a policy names already. */
    public List<Cohort> cohorts() {
        return jdbc.sql("""
                        select c.id, c.name, cy.name as cycle, pr.id as program_id, pr.name as program
                        from cohort c join cycle cy on cy.id = c.cycle_id join program pr on pr.id = cy.program_id
                        where pr.status in ('DRAFT', 'ACTIVE') and cy.ends_on >= :today
                            or c.id in (select cohort_id from reminder_policy)
                        order by c.name, cy.starts_on, c.id""")
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Cohort.class)
                .list();
    }
}
