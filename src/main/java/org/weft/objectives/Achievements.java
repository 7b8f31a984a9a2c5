package org.weft.objectives;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.base.KeptColumns;

/**
 * Takes what another feature counts for assignments, and recounts their participants. That feature has checked who may, and
 * has locked the participants by {@link PlanFigures#lock} before it counted, in the transaction it calls this in.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Achievements {

    private static final int CHUNK = 500;

    private final AssignmentEvents events;
    private final PlanFigures figures;
    private final JdbcTemplate batch;

    Achievements(AssignmentEvents events, PlanFigures figures, JdbcTemplate batch) {
        this.events = events;
        this.figures = figures;
        this.batch = batch;
    }

    /**
     * What has been achieved by an activity just now. It starts what was not started or was returned. Reported measures keep
     * their reported figure.
     *
     * @param at when the activity was
     */
    public void record(List<Achievement> achieved, Instant at) {
        set(achieved, at);
        start(achieved, at);
        figures.recount(participants(achieved));
    }

    /**
     * As {@link #record(List, Instant)}, and writes what the caller keeps of the same participants in the same go.
     *
     * @param beside {@code last_activity_at} is among it
     * @param parameters values of what {@code beside} leaves open
     * @return the participants
     */
    public Set<Long> record(List<Achievement> achieved, Instant at, KeptColumns beside, Map<String, ?> parameters) {
        set(achieved, at);
        start(achieved, at);
        var participants = participants(achieved);
        figures.recountActive(participants, beside, parameters);
        return participants;
    }

    /** What is left of it after something was changed or taken away: counts, and starts nothing. */
    public void correct(List<Achievement> achieved) {
        set(achieved, null);
        figures.recount(participants(achieved));
    }

    private static Set<Long> participants(List<Achievement> achieved) {
        return achieved.stream().map(Achievement::participantId).collect(Collectors.toSet());
    }

    private void set(List<Achievement> achieved, @Nullable Instant activity) {
        // Whoever waited for the participants may come with an earlier time than the one that was before.
        var at = activity == null ? null : Timestamp.from(activity);
        batch.batchUpdate("""
                update assignment set achieved = case when measure = 'REPORTED' then achieved else ? end,
                    last_activity_at = case when last_activity_at > cast(? as timestamp with time zone)
                        then last_activity_at else coalesce(?, last_activity_at) end
                where id = ?""", achieved, CHUNK, (row, one) -> {
            row.setInt(1, one.achieved());
            row.setTimestamp(2, at);
            row.setTimestamp(3, at);
            row.setLong(4, one.assignmentId());
        });
    }

    private void start(List<Achievement> achieved, Instant at) {
        var started = achieved.stream()
                .filter(one -> one.status().canBecome(AssignmentStatus.IN_PROGRESS))
                .toList();
        if (!started.isEmpty()) {
            batch.batchUpdate(
                    "update assignment set status = 'IN_PROGRESS', status_at = ?, version = version + 1 where id = ?",
                    started,
                    CHUNK,
                    (row, one) -> {
                        row.setTimestamp(1, Timestamp.from(at));
                        row.setLong(2, one.assignmentId());
                    });
        }
        started.forEach(one -> events.moved(one.assignmentId(), one.status(), AssignmentStatus.IN_PROGRESS, null));
    }
}
