package org.weft.people;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps {@code reporting_line}: every person with each lead above them and how far above. Whoever writes
 * {@code person.manager_id} calls it in the same transaction. It expects that nobody reports to themselves, however far
 * around; {@link PersonService} and the import refuse that.
 */
@Component
public class ReportingLines {

    static final KeptTree KEPT = new KeptTree(
            "reporting_line",
            "lead_id",
            "person_id",
            1,
            "select p.manager_id as above_id, p.id as below_id, 1 as depth from person p where p.manager_id is not null",
            """
            select above.lead_id, p.id, above.depth + 1
            from person p join reporting_line above on above.person_id = p.manager_id where true""");

    /** Beyond so many people, writing all lines anew costs less than finding out which ones changed. */
    private static final int WORTH_A_REBUILD = 1_000;

    private final JdbcClient jdbc;

    ReportingLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes all lines anew: one statement per step of the longest line. */
    @Transactional
    public void rebuild() {
        jdbc.sql("delete from reporting_line").update();
        KEPT.fill(jdbc, "", Map.of());
    }

    /** Writes anew the lines of people whose manager changed, and of everybody below them. */
    @Transactional
    public void update(Collection<Long> personIds) {
        if (personIds.isEmpty()) {
            return;
        }
        var affected = withAllBelow(personIds);
        if (affected.size() > WORTH_A_REBUILD) {
            rebuild();
            return;
        }
        jdbc.sql("delete from reporting_line where person_id in (:people)")
                .param("people", affected)
                .update();
        KEPT.fill(jdbc, " and p.id in (:people)", Map.of("people", affected));
    }

    /** Whoever has a changed person above them did so before the change, up to the first changed person in their line. */
    private Set<Long> withAllBelow(Collection<Long> personIds) {
        Set<Long> affected = new HashSet<>(personIds);
        if (affected.size() <= WORTH_A_REBUILD) {
            affected.addAll(jdbc.sql("select distinct person_id from reporting_line where lead_id in (:people)")
                    .param("people", personIds)
                    .query(Long.class)
                    .list());
        }
        return affected;
    }
}
