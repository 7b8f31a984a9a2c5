package org.weft.objectives;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stands for the feature that counts: locks the participants, then says how far their assignments have come. */
final class Achieving {

    private Achieving() {}

    /**
     * @param achieved by the assignments' ids
     * @return what counts so
     */
    static String lock(JdbcClient jdbc, PlanFigures figures, Map<Long, Integer> achieved) {
        figures.lock(jdbc.sql("select participant_id from assignment where id in (:ids)")
                .param("ids", achieved.keySet())
                .query(Long.class)
                .list());
        return achieved.entrySet().stream()
                .map(one -> " when " + one.getKey() + " then " + one.getValue())
                .collect(joining("", "case a.id", " end"));
    }
}
