package org.weft.programs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;

/** Takes participants out, with what was planned for them; those who have begun to work on it stay. */
@Component
class Leaving {

    private static final int CHUNK = 1000;

    private final JdbcClient jdbc;
    private final ObjectProvider<PlannedWork> planned;
    private final AuditTrail audit;
    private final ParticipantChanges changes;

    Leaving(JdbcClient jdbc, ObjectProvider<PlannedWork> planned, AuditTrail audit, ParticipantChanges changes) {
        this.changes = changes;
        this.jdbc = jdbc;
        this.planned = planned;
        this.audit = audit;
    }

    /** Those of the participants who cannot be taken out silently. */
    Set<Long> begun(Collection<Long> participantIds) {
        var begun = new HashSet<Long>();
        if (!participantIds.isEmpty()) {
            planned.forEach(work -> begun.addAll(work.begun(participantIds)));
        }
        return begun;
    }

    /** As {@link #begun}, and none begins before the transaction ends: who changes assignments locks participants first. */
    Set<Long> begunForGood(Collection<Long> participantIds) {
        for (var ids : chunks(participantIds.stream().sorted().toList())) {
            jdbc.sql("select id from participant where id in (:ids) order by id for update")
                    .param("ids", ids)
                    .query(Long.class)
                    .list();
        }
        return begun(participantIds);
    }

    /** Takes out participants of one cohort who have not begun. */
    void remove(long cohortId, String cohortName, Collection<Long> participantIds) {
        if (participantIds.isEmpty()) {
            return;
        }
        changes.leaving(participantIds);
        for (var ids : chunks(participantIds)) {
            audit.record(jdbc.sql("select person_id, live_count from participant where id in (:ids) order by id")
                    .param("ids", ids)
                    .query((row, n) -> AuditEvent.of("PARTICIPANT_REMOVED", CohortService.THING, cohortId, cohortName)
                            .about(row.getLong("person_id"))
                            .detail(
                                    row.getInt("live_count") == 0
                                            ? null
                                            : "objectives taken back: " + row.getInt("live_count")))
                    .list());
            planned.forEach(work -> work.takeBack(ids));
            var left = jdbc.sql("delete from participant where id in (:ids)")
                    .param("ids", ids)
                    .update();
            jdbc.sql("update cohort set member_count = member_count - :left where id = :cohort")
                    .param("left", left)
                    .param("cohort", cohortId)
                    .update();
        }
    }

    static List<List<Long>> chunks(Collection<Long> ids) {
        var all = new ArrayList<>(ids);
        var chunks = new ArrayList<List<Long>>();
        for (var from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(from + CHUNK, all.size())));
        }
        return chunks;
    }
}
