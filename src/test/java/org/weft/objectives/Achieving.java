package org.weft.objectives;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stands for the feature that counts: locks the participants, then says how far their assignments have come. */
final class Achieving {

    private Achieving() {}

    /** @param achieved by the assignments' ids */
    static List<Achievement> lock(JdbcClient jdbc, PlanFigures figures, Map<Long, Integer> achieved) {
        var ids = new TreeMap<>(achieved).keySet();
        figures.lock(jdbc.sql("select participant_id from assignment where id in (:ids)")
                .param("ids", ids)
                .query(Long.class)
                .list());
        return jdbc.sql("select id, participant_id, status from assignment where id in (:ids) order by id")
                .param("ids", ids)
                .query((row, n) -> new Achievement(
                        row.getLong("id"),
                        row.getLong("participant_id"),
                        AssignmentStatus.valueOf(row.getString("status")),
                        achieved.getOrDefault(row.getLong("id"), 0)))
                .list();
    }
}
