package org.weft.objectives;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.base.ColumnUpdate;
import org.weft.base.ConstantSet;
import org.weft.base.DatabaseDialect;
import org.weft.base.KeptColumns;
import org.weft.programs.ParticipantChanges;

/**
 * Keeps the figures of participants that come from their assignments: {@code live_count, completed_count,
 * not_started_count, submitted_count, statuses, types, phase, progress, next_due_on, health, health_rank} and its share of
 * {@code last_activity_at}.
 *
 * <p>Definitions: live is everything but waived and cancelled; open is live and not completed. Progress is the mean over
 * the live ones of achieved ÷ target, each at most 1, and 0 without any. Next due is the earliest due date of the open
 * ones. Statuses are those of all assignments, types those of the live ones, each a {@link ConstantSet}. Health is the
 * worst reported among the open ones, {@code NOT_UPDATED} while none has been reported.
 */
@Component
public class PlanFigures {

    private static final String LIVE = "a.status not in ('WAIVED', 'CANCELLED')";

    private static final String DONE = "least(1.0, cast(a.achieved as numeric(20, 10)) / a.target)";

    private static final String STATUSES = ConstantSet.of(AssignmentStatus.class, "a.status");

    static final KeptColumns KEPT = KeptColumns.of(
                    "participant",
                    """
                    select pt.id,
                        count(a.id) filter (where LIVE) as live_count,
                        count(*) filter (where a.status = 'COMPLETED') as completed_count,
                        count(*) filter (where a.status = 'NOT_STARTED') as not_started_count,
                        count(*) filter (where a.status = 'SUBMITTED') as submitted_count,
                        coalesce(STATUSES, 0) as statuses,
                        coalesce(TYPES filter (where LIVE), 0) as types,
                        coalesce(round(avg(DONE) filter (where LIVE), 6), 0) as progress,
                        min(a.due_on) filter (
                            where a.status not in ('WAIVED', 'CANCELLED', 'COMPLETED')) as next_due_on,
                        max(case when a.status in ('WAIVED', 'CANCELLED', 'COMPLETED') then 0
                                 when a.health = 'OFF_TRACK' then 3
                                 when a.health = 'AT_RISK' then 2
                                 when a.health = 'ON_TRACK' then 1
                                 else 0 end) as worst,
                        max(a.last_activity_at) as worked_at
                    from participant pt left join assignment a on a.participant_id = pt.id
                    where %s
                    group by pt.id""".replace("LIVE", LIVE)
                            .replace("DONE", DONE)
                            .replace("STATUSES", STATUSES)
                            .replace("TYPES", ConstantSet.of(ObjectiveType.class, "a.type")),
                    "live_count",
                    "completed_count",
                    "not_started_count",
                    "submitted_count",
                    "statuses",
                    "types",
                    "progress",
                    "next_due_on")
            .and("phase", phase("f.live_count", "f.not_started_count", "f.completed_count"))
            .and("health", """
                    case f.worst when 3 then 'OFF_TRACK' when 2 then 'AT_RISK' when 1 then 'ON_TRACK'
                        else 'NOT_UPDATED' end""")
            .and("health_rank", "case f.worst when 3 then 1 when 2 then 2 when 1 then 4 else 3 end")
            .and("last_activity_at", """
                    case when k.last_activity_at is null or f.worked_at > k.last_activity_at
                        then f.worked_at else k.last_activity_at end""");

    private static final String NOT_STARTED =
            "(select count(*) from assignment a where a.participant_id = k.id and a.status = 'NOT_STARTED')";

    /** What an activity changes that adds to what has been achieved, and no more. */
    private static final ColumnUpdate ADVANCED =
            ColumnUpdate.of("participant").set("progress", """
                    coalesce((select round(avg(%s), 6) from assignment a
                        where a.participant_id = k.id and %s), 0)""".formatted(DONE, LIVE));

    /** What one changes that starts objectives too. */
    private static final ColumnUpdate STARTED = ADVANCED.set("not_started_count", NOT_STARTED)
            .set("statuses", "(select %s from assignment a where a.participant_id = k.id)".formatted(STATUSES))
            .set("phase", phase("k.live_count", NOT_STARTED, "k.completed_count"));

    private static final int CHUNK = 1000;

    private final JdbcClient jdbc;
    private final DatabaseDialect dialect;
    private final ParticipantChanges changes;

    /** Putting a statement together takes longer than what it does to a row. */
    private final Map<Active, String> active = new ConcurrentHashMap<>();

    PlanFigures(JdbcClient jdbc, DatabaseDialect dialect, ParticipantChanges changes) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.changes = changes;
    }

    /**
     * Locks participants until the transaction ends. Whoever changes assignments locks first and in this way, so that
     * two changes of one plan follow each other, each counting what the other left, and none waits in a circle.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<Long> participantIds) {
        inChunks(participantIds, this::lockChunk);
    }

    private void lockChunk(List<Long> ids) {
        if (dialect.postgres()) {
            lock("p.id in (:ids)", Map.of("ids", ids));
        } else {
            // H2 plans a query for update anew each time. An update it remembers, and goes by the ids in their order.
            jdbc.sql("update participant set id = id where id in (:ids)")
                    .param("ids", ids)
                    .update();
        }
    }

    /**
     * Locks those participants {@code p} who meet a condition, as {@link #lock(Collection)} does.
     *
     * @return their ids
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<Long> lock(String condition, Map<String, ?> parameters) {
        var met = "select p.id from participant p where " + condition;
        if (dialect.postgres()) {
            return new TreeSet<>(jdbc.sql(met + " order by p.id for update")
                    .params(parameters)
                    .query(Long.class)
                    .list());
        }
        // H2 sorts what it looks up: in the order of the ids here, too.
        var locked = new GeneratedKeyHolder();
        jdbc.sql("update participant set id = id where id in (" + met + ")")
                .params(parameters)
                .update(locked, "id");
        return locked.getKeyList().stream()
                .map(row -> (Long) row.get("id"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Counts the figures of these participants anew, in the transaction that changed their assignments. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recount(Collection<Long> participantIds) {
        // A statement sees what was committed when it began: without the lock it could count before the other commits.
        lock(participantIds);
        recountLocked(participantIds);
    }

    /** As {@link #recount}, of participants who are locked. */
    void recountLocked(Collection<Long> participantIds) {
        write(participantIds, KEPT.update("pt.id in (:ids)"), Map.of());
    }

    /**
     * As {@link #recountLocked(Collection)} after an activity and nothing else, with what another feature keeps beside
     * these figures; {@code last_activity_at} is among it.
     *
     * @param started whether the activity started an objective of any of them
     */
    void recountActive(
            Collection<Long> participantIds, boolean started, ColumnUpdate beside, Map<String, ?> parameters) {
        write(participantIds, active.computeIfAbsent(new Active(started, beside), Active::update), parameters);
    }

    private record Active(boolean started, ColumnUpdate beside) {

        String update() {
            return beside.and(started ? STARTED : ADVANCED).where("k.id in (:ids)");
        }
    }

    private static String phase(String live, String notStarted, String completed) {
        return "case when " + live + " = 0 then 0 when " + notStarted + " = " + live + " then 1 when " + completed
                + " = " + live + " then 3 else 2 end";
    }

    private void write(Collection<Long> participantIds, String sql, Map<String, ?> parameters) {
        inChunks(
                participantIds,
                ids -> jdbc.sql(sql).param("ids", ids).params(parameters).update());
        changes.changed(participantIds);
    }

    private static void inChunks(Collection<Long> ids, Consumer<List<Long>> work) {
        var sorted = new ArrayList<>(new TreeSet<>(ids));
        for (var from = 0; from < sorted.size(); from += CHUNK) {
            work.accept(sorted.subList(from, Math.min(from + CHUNK, sorted.size())));
        }
    }
}
