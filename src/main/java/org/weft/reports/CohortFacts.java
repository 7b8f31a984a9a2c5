package org.weft.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;

/** Counts the cohorts of a cycle, as far as their people are in scope: three statements. */
@Component
class CohortFacts {

    private static final String LEADS = """
            select c.id, p.display_name from cohort c join person p on p.id = c.lead_id where c.cycle_id = :cycle""";

    private static final String HELD = """
            select pt.cohort_id, count(distinct c.id) as held
            from participant pt
            join cycle cy on cy.id = pt.cycle_id
            join conversation_person cp on cp.person_id = pt.person_id
            join conversation c on c.id = cp.conversation_id and c.held_on between cy.starts_on and cy.ends_on
            where pt.cycle_id = :cycle and %s
            group by pt.cohort_id""";

    private final JdbcClient jdbc;
    private final CycleFigures figures;

    CohortFacts(JdbcClient jdbc, CycleFigures figures) {
        this.jdbc = jdbc;
        this.figures = figures;
    }

    /**
     * One cohort.
     *
     * @param held conversations its people took part in, each counted once
     */
    record CohortFact(String name, @Nullable String lead, long held, Figures figures) {}

    /** By name; without those of which nobody is in scope. */
    List<CohortFact> read(ReportFrame frame) {
        var leads = new HashMap<Long, String>();
        jdbc.sql(LEADS).param("cycle", frame.cycleId()).query(row -> {
            leads.put(row.getLong("id"), row.getString("display_name"));
        });
        var held = held(frame.scope(), frame.cycleId());
        return CohortFigures.of(figures.people(frame.scope(), frame.cycleId(), frame.asOf())).stream()
                .map(cohort -> new CohortFact(
                        cohort.name(),
                        leads.get(cohort.cohortId()),
                        held.getOrDefault(cohort.cohortId(), 0L),
                        cohort.figures()))
                .toList();
    }

    private Map<Long, Long> held(Scope scope, long cycleId) {
        var counts = new HashMap<Long, Long>();
        jdbc.sql(HELD.formatted(scope.condition("pt.person_id")))
                .params(scope.parameters())
                .param("cycle", cycleId)
                .query(row -> {
                    counts.put(row.getLong("cohort_id"), row.getLong("held"));
                });
        return counts;
    }
}
