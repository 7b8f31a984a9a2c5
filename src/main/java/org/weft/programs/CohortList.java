package org.weft.programs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.people.Level;

/** Reads cohorts, with the members the scope lets through counted in. */
@Component
class CohortList {

    private static final String COHORTS = """
            select c.id, c.name, c.lead_id, l.display_name as lead_name, c.audience, c.version,
                c.rule_team_id, t.name as rule_team_name, c.rule_level, c.rule_job_title, c.rule_location,
                c.rule_joined_since, coalesce(m.size, 0) as size, coalesce(m.bare, 0) as bare,
                cy.id as cycle_id, cy.name as cycle_name, cy.starts_on, cy.ends_on,
                p.id as program_id, p.name as program_name, p.status
            from cohort c
                join cycle cy on cy.id = c.cycle_id
                join program p on p.id = cy.program_id
                left join person l on l.id = c.lead_id
                left join team t on t.id = c.rule_team_id
                left join (
                    select pt.cohort_id, count(*) as size, count(case when pt.live_count = 0 then 1 end) as bare
                    from participant pt
                    where %s and pt.%s = :id
                    group by pt.cohort_id) m on m.cohort_id = c.id
            where c.%s = :id and %s and %s
            order by c.name, c.id""";

    private final JdbcClient jdbc;

    CohortList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CohortDetails> ofCycle(Scope scope, long cycleId) {
        return find(scope, "cycle_id", "cycle_id", cycleId);
    }

    Optional<CohortDetails> find(Scope scope, long cohortId) {
        return find(scope, "cohort_id", "id", cohortId).stream().findFirst();
    }

    private List<CohortDetails> find(Scope scope, String ofParticipant, String ofCohort, long id) {
        return jdbc.sql(COHORTS.formatted(
                        scope.condition("pt.person_id"),
                        ofParticipant,
                        ofCohort,
                        Sight.ofCycle(scope),
                        Sight.ofCohort(scope)))
                .param("id", id)
                .params(scope.parameters())
                .query((row, n) -> details(row))
                .list();
    }

    private static CohortDetails details(ResultSet row) throws SQLException {
        return new CohortDetails(
                row.getLong("id"),
                row.getString("name"),
                row.getObject("lead_id", Long.class),
                row.getString("lead_name"),
                Audience.valueOf(row.getString("audience")),
                new AudienceRule(
                        row.getObject("rule_team_id", Long.class),
                        level(row.getString("rule_level")),
                        row.getString("rule_job_title"),
                        row.getString("rule_location"),
                        row.getObject("rule_joined_since", LocalDate.class)),
                row.getString("rule_team_name"),
                row.getInt("version"),
                row.getInt("size"),
                row.getInt("bare"),
                row.getLong("cycle_id"),
                row.getString("cycle_name"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getLong("program_id"),
                row.getString("program_name"),
                ProgramStatus.valueOf(row.getString("status")));
    }

    private static @Nullable Level level(@Nullable String name) {
        return name == null ? null : Level.valueOf(name);
    }
}
