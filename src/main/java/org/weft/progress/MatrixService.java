package org.weft.progress;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.Scope;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.objectives.AssignmentStatus;
import org.weft.objectives.Health;
import org.weft.objectives.ObjectiveType;

/** The progress matrix: the participants of the list against the objectives they hold. */
@Service
@PreAuthorize("hasAnyRole('HR', 'MANAGER')")
@Transactional(readOnly = true)
public class MatrixService {

    /** Reads an export: the objectives, how many rows there are, and the rows, which it walks through once. */
    @FunctionalInterface
    public interface Reader {
        void read(List<MatrixColumn> columns, long count, Iterable<MatrixRow> rows);
    }

    private static final int EXPORT_PAGE = 500;

    private record Held(long participantId, MatrixCell cell) {}

    private final JdbcClient jdbc;
    private final ProgressQueries queries;
    private final ProgressService progress;
    private final AuditTrail audit;

    MatrixService(JdbcClient jdbc, ProgressQueries queries, ProgressService progress, AuditTrail audit) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.progress = progress;
        this.audit = audit;
    }

    /** The objectives anybody who matches holds, those of the front line first, and then by code. */
    public List<MatrixColumn> columns(Scope scope, ProgressFilter filter) {
        return queries.of(scope, filter)
                .objectives(jdbc)
                .query((rs, n) -> new MatrixColumn(
                        rs.getLong("id"),
                        rs.getString("code"),
                        rs.getString("title"),
                        ObjectiveType.valueOf(rs.getString("type"))))
                .list();
    }

    /** The same participants in the same order as {@link ProgressService#list(Scope, ProgressFilter, ProgressSort, ProgressPlace, int, int)}, with their assignments: two statements. */
    public ProgressSlice<MatrixRow> list(
            Scope scope,
            ProgressFilter filter,
            ProgressSort sort,
            @Nullable ProgressPlace near,
            int offset,
            int limit) {
        var participants = progress.list(scope, filter, sort, near, offset, limit);
        var held = held(participants.rows());
        return participants.with(
                participants.rows().stream().map(row -> of(row, held)).toList());
    }

    /** As {@link ProgressService#again}, with their assignments: two statements. */
    public List<LiveRow<MatrixRow>> again(Scope scope, ProgressFilter filter, Collection<Long> participantIds) {
        var participants = progress.again(scope, filter, participantIds);
        var held = held(participants.stream().map(LiveRow::row).toList());
        return participants.stream()
                .map(again -> new LiveRow<>(of(again.row(), held), again.matches()))
                .toList();
    }

    private static MatrixRow of(ProgressRow participant, Map<Long, Map<Long, MatrixCell>> held) {
        return new MatrixRow(participant, held.getOrDefault(participant.id(), Map.of()));
    }

    /** The cells of these participants by participant and template. */
    private Map<Long, Map<Long, MatrixCell>> held(List<ProgressRow> participants) {
        if (participants.isEmpty()) {
            return Map.of();
        }
        var today = participants.stream().collect(toMap(ProgressRow::id, ProgressRow::today));
        return held(today).stream()
                .collect(groupingBy(Held::participantId, toMap(one -> one.cell().templateId(), Held::cell)));
    }

    /**
     * The whole matrix, in order, read some hundred rows at a time as it is walked through. Within a transaction that
     * sees one moment, rows and counts agree.
     */
    public Iterable<MatrixRow> rows(Scope scope, ProgressFilter filter, ProgressSort sort) {
        return () -> Stream.iterate(
                        list(scope, filter, sort, null, 0, EXPORT_PAGE),
                        page -> !page.rows().isEmpty(),
                        page -> page.last() == null
                                ? page.with(List.of())
                                : list(
                                        scope,
                                        filter,
                                        sort,
                                        page.last(),
                                        page.last().offset() + 1,
                                        EXPORT_PAGE))
                .flatMap(page -> page.rows().stream())
                .iterator();
    }

    /**
     * Hands the whole matrix on, in order, some hundred rows at a time, and records that it was taken out. All of it is
     * of one moment.
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public void export(Scope scope, ProgressFilter filter, ProgressSort sort, String cycleName, Reader reader) {
        var count = progress.matching(scope, filter);
        reader.read(columns(scope, filter), count, rows(scope, filter, sort));
        audit.record(AuditEvent.of("PROGRESS_EXPORTED", "cycle", filter.cycleId(), cycleName)
                .detail("matrix, rows: " + count));
    }

    private List<Held> held(Map<Long, LocalDate> todayOfParticipant) {
        return jdbc.sql("""
                        select a.participant_id, a.id, a.template_id, a.status, a.health, a.achieved, a.target, a.due_on
                        from assignment a where a.participant_id in (:participants)""")
                .param("participants", todayOfParticipant.keySet())
                .query((rs, n) -> {
                    var participantId = rs.getLong("participant_id");
                    return new Held(
                            participantId,
                            new MatrixCell(
                                    rs.getLong("id"),
                                    rs.getLong("template_id"),
                                    AssignmentStatus.valueOf(rs.getString("status")),
                                    Health.valueOf(rs.getString("health")),
                                    rs.getInt("achieved"),
                                    rs.getInt("target"),
                                    rs.getObject("due_on", LocalDate.class),
                                    todayOfParticipant.getOrDefault(participantId, LocalDate.MIN)));
                })
                .list();
    }
}
