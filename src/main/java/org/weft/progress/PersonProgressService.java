package org.weft.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.Scope;
import org.weft.base.NotFoundException;
import org.weft.objectives.Health;
import org.weft.people.Level;
import org.weft.progress.HistoryEntry.Source;
import org.weft.progress.PersonHead.PersonCycle;

/** What the person page says of somebody beside objectives and conversations: who it is, figures, history. */
@Service
@PreAuthorize("hasAnyRole('HR', 'MANAGER')")
@Transactional(readOnly = true)
public class PersonProgressService {

    private final JdbcClient jdbc;
    private final LocalDays days;
    private final ProgressQueries queries;
    private final ProgressRows rows;

    PersonProgressService(JdbcClient jdbc, LocalDays days, ProgressQueries queries, ProgressRows rows) {
        this.jdbc = jdbc;
        this.days = days;
        this.queries = queries;
        this.rows = rows;
    }

    /**
     * @param cycleId the cycle whose figures are asked for; null for the current one, or else the latest the person
     *     takes part in
     * @throws NotFoundException where there is no such person within the scope
     */
    public PersonHead head(Scope scope, long personId, @Nullable Long cycleId) {
        var person = person(scope, personId);
        var cycles = cycles(personId);
        var chosen = Optional.ofNullable(cycleId).or(() -> current(cycles));
        return person.in(cycles, chosen.orElse(null), chosen.flatMap(cycle -> participation(scope, personId, cycle)));
    }

    private static Optional<Long> current(List<PersonCycle> cycles) {
        return cycles.stream()
                .filter(PersonCycle::current)
                .findFirst()
                .or(() -> cycles.stream().findFirst())
                .map(PersonCycle::cycleId);
    }

    private Optional<ProgressRow> participation(Scope scope, long personId, long cycleId) {
        return queries.of(scope, ProgressFilter.of(cycleId))
                .person(personId)
                .select(jdbc, ProgressRows.COLUMNS, "pt.id")
                .query(rows::read)
                .optional();
    }

    private PersonHead person(Scope scope, long personId) {
        return jdbc.sql("""
                        select p.id, p.display_name, p.active, p.left_on, p.job_title, p.level, p.location, p.email,
                            t.name as team, m.display_name as manager, case when %s then m.id end as manager_id
                        from person p left join team t on t.id = p.team_id left join person m on m.id = p.manager_id
                        where p.id = :person and %s""".formatted(scope.condition("m.id"), scope.condition("p.id")))
                .param("person", personId)
                .params(scope.parameters())
                .query(PersonProgressService::head)
                .optional()
                .orElseThrow(() -> new NotFoundException("person", personId));
    }

    private static PersonHead head(ResultSet rs, int n) throws SQLException {
        return new PersonHead(
                rs.getLong("id"),
                rs.getString("display_name"),
                rs.getBoolean("active"),
                rs.getObject("left_on", LocalDate.class),
                rs.getString("job_title"),
                rs.getString("team"),
                Level.valueOf(rs.getString("level")),
                rs.getString("location"),
                rs.getObject("manager_id", Long.class),
                rs.getString("manager"),
                rs.getString("email") != null,
                List.of(),
                null,
                Optional.empty());
    }

    private List<PersonCycle> cycles(long personId) {
        var today = days.today(null);
        return jdbc.sql("""
                        select cy.id, pr.name as program, cy.name as cycle, cy.starts_on, cy.ends_on
                        from participant pt join cycle cy on cy.id = pt.cycle_id join program pr on pr.id = cy.program_id
                        where pt.person_id = :person
                        order by cy.starts_on desc, cy.id desc""")
                .param("person", personId)
                .query((rs, n) -> {
                    var startsOn = rs.getObject("starts_on", LocalDate.class);
                    var endsOn = rs.getObject("ends_on", LocalDate.class);
                    return new PersonCycle(
                            rs.getLong("id"),
                            rs.getString("program"),
                            rs.getString("cycle"),
                            startsOn,
                            endsOn,
                            !today.isBefore(startsOn) && !today.isAfter(endsOn));
                })
                .list();
    }

    /**
     * What happened to a person, the newest first: what was assigned and how it moved, mail with its fate, and changes of
     * participation. Empty for somebody out of scope.
     */
    public List<HistoryEntry> history(Scope scope, long personId, int offset, int limit) {
        return jdbc.sql("""
                        select * from (
                            select 'ASSIGNMENT' as source, e.kind as what, e.at as happened_at, e.id as entry_id,
                                e.actor_name as actor, a.title as subject, e.from_status, e.to_status, e.health, e.note
                            from assignment_event e join assignment a on a.id = e.assignment_id
                            where a.person_id = :person
                            union all
                            select 'MESSAGE', m.kind, coalesce(m.sent_at, m.created_at), m.id,
                                null, m.subject, null, m.status, null, m.reason
                            from message m where m.person_id = :person
                            union all
                            select 'PARTICIPANT', au.action, au.at, au.id,
                                au.actor_name, au.subject_name, null, null, null, au.detail
                            from audit_entry au where au.person_id = :person and au.action like 'PARTICIPANT%%'
                        ) h
                        where exists (select 1 from person p where p.id = :person and %s)
                        order by happened_at desc, source, entry_id desc
                        offset :offset rows fetch next :limit rows only""".formatted(scope.condition("p.id")))
                .param("person", personId)
                .params(scope.parameters())
                .param("offset", offset)
                .param("limit", limit)
                .query(PersonProgressService::entry)
                .list();
    }

    private static HistoryEntry entry(ResultSet rs, int n) throws SQLException {
        var health = rs.getString("health");
        return new HistoryEntry(
                Source.valueOf(rs.getString("source")),
                rs.getString("what"),
                rs.getTimestamp("happened_at").toInstant(),
                rs.getString("actor"),
                rs.getString("subject"),
                rs.getString("from_status"),
                rs.getString("to_status"),
                health == null ? null : Health.valueOf(health),
                rs.getString("note"));
    }
}
