package org.weft.objectives;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.base.ColumnUpdate;

/**
 * Writes what another feature counts for assignments, and recounts their participants. That feature has checked who may, and
 * has locked the participants by {@link PlanFigures#lock}, in the transaction it calls this in.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Achievements {

    private static final String[] TOLD = {"id", "code", "participant_id", "status"};

    private final AssignmentEvents events;
    private final PlanFigures figures;
    private final JdbcClient jdbc;

    Achievements(AssignmentEvents events, PlanFigures figures, JdbcClient jdbc) {
        this.events = events;
        this.figures = figures;
        this.jdbc = jdbc;
    }

    /**
     * Counts what has been achieved by an activity just now. It starts what was not started or was returned. Reported
     * measures keep their reported figure.
     *
     * @param assignmentIds at most a thousand, at least one
     * @param counted how far the assignment {@code a} has come, in SQL
     * @param at when the activity was
     */
    public void record(Collection<Long> assignmentIds, String counted, Instant at) {
        var achieved = count(assignmentIds, counted, at);
        start(achieved, at);
        figures.recount(participants(achieved));
    }

    /**
     * As {@link #record(Collection, String, Instant)}, and writes what the caller keeps of the same participants in the
     * same go.
     *
     * @param beside {@code last_activity_at} is among it
     * @param parameters values of what {@code beside} leaves open
     */
    public List<Achieved> record(
            Collection<Long> assignmentIds,
            String counted,
            Instant at,
            ColumnUpdate beside,
            Map<String, ?> parameters) {
        var achieved = count(assignmentIds, counted, at);
        var started = start(achieved, at);
        figures.recountActive(participants(achieved), started, beside, parameters);
        return achieved;
    }

    /** Counts what is left of it after something was changed or taken away, and starts nothing. */
    public void correct(Collection<Long> assignmentIds, String counted) {
        figures.recount(participants(count(assignmentIds, counted, null)));
    }

    private static Set<Long> participants(List<Achieved> achieved) {
        return achieved.stream().map(Achieved::participantId).collect(Collectors.toSet());
    }

    private List<Achieved> count(Collection<Long> assignmentIds, String counted, @Nullable Instant activity) {
        var written = new GeneratedKeyHolder();
        // Whoever waited for the participants may come with an earlier time than the one that was before.
        jdbc.sql("update assignment a set achieved = case when a.measure = 'REPORTED' then a.achieved else " + counted
                        + """
                         end,
                            last_activity_at = case when a.last_activity_at > cast(:at as timestamp with time zone)
                                then a.last_activity_at
                                else coalesce(cast(:at as timestamp with time zone), a.last_activity_at) end
                        where a.id in (:ids)""")
                .param("at", activity == null ? null : Timestamp.from(activity), Types.TIMESTAMP)
                .param("ids", assignmentIds)
                .update(written, TOLD);
        return written.getKeyList().stream()
                .map(row -> new Achieved(
                        told(row, "id", Long.class),
                        told(row, "code", String.class),
                        told(row, "participant_id", Long.class),
                        AssignmentStatus.valueOf(told(row, "status", String.class))))
                .toList();
    }

    private static <T> T told(Map<String, ?> row, String column, Class<T> type) {
        return type.cast(Objects.requireNonNull(row.get(column)));
    }

    /** @return whether there was any to start */
    private boolean start(List<Achieved> achieved, Instant at) {
        var started = achieved.stream()
                .filter(one -> one.status().canBecome(AssignmentStatus.IN_PROGRESS))
                .toList();
        if (started.isEmpty()) {
            return false;
        }
        jdbc.sql(
                        "update assignment set status = 'IN_PROGRESS', status_at = :at, version = version + 1 where id in (:ids)")
                .param("at", Timestamp.from(at))
                .param("ids", started.stream().map(Achieved::assignmentId).toList())
                .update();
        started.forEach(one -> events.moved(one.assignmentId(), one.status(), AssignmentStatus.IN_PROGRESS, null));
        return true;
    }
}
