package org.weft.objectives;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.programs.PlannedWork;

/** Tells programs what hangs on a cycle or a participant before they change or remove it. */
@Component
class PlannedAssignments implements PlannedWork {

    private static final int CHUNK = 1000;

    private final JdbcClient jdbc;
    private final PlanFigures figures;

    PlannedAssignments(JdbcClient jdbc, PlanFigures figures) {
        this.jdbc = jdbc;
        this.figures = figures;
    }

    @Override
    public int dueOutside(long cycleId, LocalDate startsOn, LocalDate endsOn) {
        return jdbc.sql("""
                        select count(*) from assignment a
                        where a.cycle_id = :cycle and a.status not in ('WAIVED', 'CANCELLED')
                          and (a.due_on < :from or a.due_on > :to)""")
                .param("cycle", cycleId)
                .param("from", startsOn)
                .param("to", endsOn)
                .query(Integer.class)
                .single();
    }

    @Override
    public Set<Long> begun(Collection<Long> participantIds) {
        var begun = new HashSet<Long>();
        for (var ids : chunks(participantIds)) {
            begun.addAll(jdbc.sql("""
                            select distinct a.participant_id from assignment a where a.participant_id in (:ids)
                            and (a.status <> 'NOT_STARTED' or a.achieved > 0 or a.last_activity_at is not null
                                or exists (select 1 from conversation_assignment ca where ca.assignment_id = a.id))""").param("ids", ids).query(Long.class).list());
        }
        return begun;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(Collection<Long> participantIds) {
        figures.lock(participantIds);
        for (var ids : chunks(participantIds)) {
            jdbc.sql("delete from assignment a where a.participant_id in (:ids)")
                    .param("ids", ids)
                    .update();
        }
        figures.recount(participantIds);
    }

    private static List<List<Long>> chunks(Collection<Long> ids) {
        var all = List.copyOf(ids);
        var chunks = new ArrayList<List<Long>>();
        for (var from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(from + CHUNK, all.size())));
        }
        return chunks;
    }
}
