package org.weft.reminders.policy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.CurrentUser;
import org.weft.access.Scope;
import org.weft.base.NotFoundException;

/**
 * Whom a lead should have a word with, as reminders did not reach them. A task is there from the run that tells the lead
 * instead of the participant, whether or not the lead's mail goes out. It ends when the participant does something, or
 * when the lead says that it is done; it goes with the participant to another lead. Nobody has one about themselves.
 */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional
public class CoachingTasks {

    private static final String THING = "coaching task";

    /** What makes a reminder of {@code m} a task of the one who leads {@code pt}. */
    private static final String OPEN = """
            m.escalated and m.done_at is null and pt.lead_id = :lead and pt.lead_id <> pt.person_id
                and (pt.last_activity_at is null or pt.last_activity_at < m.created_at)""";

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final Clock clock;

    CoachingTasks(JdbcClient jdbc, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Those of the signed-in lead, of people in scope, longest silent first. Nobody else's. */
    @Transactional(readOnly = true)
    public List<CoachingTask> open(Scope scope) {
        var lead = currentUser.personId().orElse(null);
        if (lead == null) {
            return List.of();
        }
        return jdbc.sql("""
                        select t.participant_id, p.id as person_id, p.display_name, pr.name as program, cy.name as cycle,
                            cy.id as cycle_id, count(u.id) as reminders, min(u.created_at) as since
                        from (
                            select distinct m.participant_id
                            from participant pt join reminder m on m.participant_id = pt.id
                            where %s) t
                        join participant pt on pt.id = t.participant_id
                        join person p on p.id = pt.person_id
                        join cycle cy on cy.id = pt.cycle_id
                        join program pr on pr.id = cy.program_id
                        join reminder u on u.participant_id = pt.id and u.role = 'PARTICIPANT'
                            and u.state in ('PLANNED', 'SENT')
                            and (pt.last_activity_at is null or u.created_at > pt.last_activity_at)
                        where p.active and pr.status = 'ACTIVE' and cy.ends_on >= :cycleEnd and %s
                            and pt.live_count - pt.completed_count - pt.submitted_count > 0
                        group by t.participant_id, p.id, p.display_name, p.sort_name, pr.name, cy.name, cy.id
                        order by min(u.created_at), p.sort_name, t.participant_id""".formatted(OPEN, scope.condition("p.id")))
                .param("lead", lead)
                .param(
                        "cycleEnd",
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(PolicyQuery.DAYS_AFTER_CYCLE))
                .params(scope.parameters())
                .query((row, number) -> new CoachingTask(
                        row.getLong("participant_id"),
                        row.getLong("person_id"),
                        row.getString("display_name"),
                        row.getString("program"),
                        row.getString("cycle"),
                        row.getLong("cycle_id"),
                        row.getInt("reminders"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    /**
     * The signed-in lead has spoken to the participant.
     *
     * @return since when it is done, for {@link #reopen}
     * @throws NotFoundException if the lead has no such task
     */
    public Instant done(long participantId) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var marked = jdbc.sql("""
                        update reminder set done_at = :now where id in (
                            select m.id from reminder m join participant pt on pt.id = m.participant_id
                            where m.participant_id = :participant and %s)""".formatted(OPEN))
                .param("now", Timestamp.from(now))
                .param("participant", participantId)
                .param("lead", currentUser.personId().orElse(null))
                .update();
        if (marked == 0) {
            throw new NotFoundException(THING, participantId);
        }
        return now;
    }

    /**
     * Takes {@link #done} back.
     *
     * @throws NotFoundException if there is nothing to take back
     */
    public void reopen(long participantId, Instant doneAt) {
        var opened = jdbc.sql("""
                        update reminder set done_at = null where participant_id = :participant and done_at = :doneAt
                            and participant_id in (select pt.id from participant pt where pt.lead_id = :lead)""")
                .param("participant", participantId)
                .param("doneAt", Timestamp.from(doneAt))
                .param("lead", currentUser.personId().orElse(null))
                .update();
        if (opened == 0) {
            throw new NotFoundException(THING, participantId);
        }
    }
}
