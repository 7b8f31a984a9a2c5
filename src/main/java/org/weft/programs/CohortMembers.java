package org.weft.programs;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.base.KeptColumns;

/**
 * The members of cohorts as a whole: counts them anew ({@code cohort.member_count}; who joins or leaves is added or taken
 * off), and holds them.
 */
@Component
class CohortMembers {

    static final KeptColumns KEPT = KeptColumns.of("cohort", """
            select c.id, (select count(*) from participant pt where pt.cohort_id = c.id) as member_count
            from cohort c where %s""", "member_count");

    private final JdbcClient jdbc;

    CohortMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void recount(Collection<Long> cohortIds) {
        for (var ids : Leaving.chunks(cohortIds.stream().sorted().toList())) {
            // Who is joining just now adds to what is written here, or has been counted: never both.
            jdbc.sql("select id from cohort where id in (:ids) order by id for update")
                    .param("ids", ids)
                    .query(Long.class)
                    .list();
            jdbc.sql(KEPT.update("c.id in (:ids)")).param("ids", ids).update();
        }
    }

    /**
     * Locks the participants of a cohort, for who is about to change its name. A name is part of a key: whoever changes one
     * of the participants twice holds the participant and then asks for the cohort, and would wait in a circle.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdOfCohort(long cohortId) {
        jdbc.sql("select id from participant where cohort_id = ? order by id for update")
                .param(cohortId)
                .query(Long.class)
                .list();
    }

    /** As {@link #holdOfCohort}, of a cycle. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdOfCycle(long cycleId) {
        jdbc.sql("select id from participant where cycle_id = ? order by id for update")
                .param(cycleId)
                .query(Long.class)
                .list();
    }
}
