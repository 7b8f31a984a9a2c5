package org.weft.programs;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.Scope;

/**
 * The groups that go through a cycle together. HR makes and changes them; a lead reads the cohorts led and those in
 * which they have people, and of these only the people in scope.
 */
@Service
@PreAuthorize("hasRole('HR')")
@Transactional
public class CohortService {

    private final JdbcClient jdbc;

    CohortService(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The cohorts of a cycle that the scope reaches, by name. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<CohortOption> options(Scope scope, long cycleId) {
        return jdbc.sql("""
                        select c.id, c.name, l.display_name as lead_name,
                            (select count(*) from participant pt where pt.cohort_id = c.id and %s) as size
                        from cohort c
                            join cycle cy on cy.id = c.cycle_id
                            join program p on p.id = cy.program_id
                            left join person l on l.id = c.lead_id
                        where c.cycle_id = :cycle and %s and %s
                        order by c.name, c.id""".formatted(scope.condition("pt.person_id"), Sight.ofCycle(scope), Sight.ofCohort(scope)))
                .param("cycle", cycleId)
                .params(scope.parameters())
                .query((row, n) -> new CohortOption(
                        row.getLong("id"), row.getString("name"), row.getInt("size"), row.getString("lead_name")))
                .list();
    }
}
