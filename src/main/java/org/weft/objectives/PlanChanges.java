package org.weft.objectives;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.Scope;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.Text;
import org.weft.programs.BulkChanges;
import org.weft.programs.BulkFindings;
import org.weft.programs.BulkProgress;
import org.weft.programs.BulkResult;
import org.weft.programs.BulkRow;
import org.weft.programs.BulkUndone;
import org.weft.programs.NotChanged;

/**
 * Moves due dates and waives, for many people at a time: what may be done to each assignment alone may be done to all of
 * them, by the same accounts. What cannot be changed is left out, with a reason; the rest is done all or nothing.
 *
 * @see <a href="file:docs/decisions/011-bulk-changes-are-kept.md">decision 011</a>
 */
@Service
@PreAuthorize("hasAnyRole('HR', 'MANAGER')")
@Transactional
public class PlanChanges {

    private static final String THING = "bulk change";

    private final BulkChanges changes;
    private final PlanChangeWriter writer;
    private final PlanFigures figures;
    private final AssignmentPolicy policy;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    PlanChanges(
            BulkChanges changes,
            PlanChangeWriter writer,
            PlanFigures figures,
            AssignmentPolicy policy,
            AuditTrail audit,
            JdbcClient jdbc) {
        this.changes = changes;
        this.writer = writer;
        this.figures = figures;
        this.policy = policy;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** What can be chosen for these participants. */
    @Transactional(readOnly = true)
    public PlanChoices choices(Scope scope, Collection<Long> participantIds, BulkProgress progress) {
        var held = new HashMap<Long, PlanChoices.Held>();
        var days = new HashMap<String, LocalDate>();
        BulkChanges.inOrder(
                participantIds,
                progress,
                ids -> jdbc.sql("""
                        select a.template_id, min(a.code) as code, min(a.title) as title, count(a.id) as open_count,
                            min(c.starts_on) as starts_on, max(c.ends_on) as ends_on
                        from participant pt join cycle c on c.id = pt.cycle_id
                            left join assignment a on a.participant_id = pt.id and a.status%s
                        where pt.id in (:ids) and %s group by a.template_id""".formatted(PlanChangeSql.OPEN, scope.condition("pt.person_id")))
                        .param("ids", ids)
                        .params(scope.parameters())
                        .query(row -> {
                            days.merge("start", row.getObject("starts_on", LocalDate.class), PlanChanges::earlier);
                            days.merge("end", row.getObject("ends_on", LocalDate.class), PlanChanges::later);
                            if (row.getInt("open_count") > 0) {
                                held.merge(
                                        row.getLong("template_id"),
                                        new PlanChoices.Held(
                                                row.getLong("template_id"),
                                                row.getString("code"),
                                                row.getString("title"),
                                                row.getInt("open_count")),
                                        (one, more) -> new PlanChoices.Held(
                                                one.templateId(), one.code(), one.title(), one.open() + more.open()));
                            }
                        }));
        return new PlanChoices(
                days.get("start"),
                days.get("end"),
                held.values().stream()
                        .sorted(Comparator.comparing(PlanChoices.Held::code))
                        .toList());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * What {@link #apply} would do now. The reason of a waiver is not asked for yet.
     *
     * @throws InvalidInputException at {@code days} for none, or too many
     */
    @Transactional(readOnly = true)
    public BulkFindings preview(
            Scope scope, PlanChange change, Collection<Long> participantIds, BulkProgress progress) {
        checkDays(change);
        return BulkChanges.find(participantIds, progress, ids -> found(scope, change, ids));
    }

    /** A page of those the preview found. */
    @Transactional(readOnly = true)
    public List<BulkRow> rows(Scope scope, PlanChange change, List<Long> participantIds) {
        return BulkChanges.rows(participantIds, ids -> found(scope, change, ids));
    }

    private JdbcClient.StatementSpec found(Scope scope, PlanChange change, List<Long> ids) {
        var sql = sql(scope, change);
        return jdbc.sql("""
                        select pt.id as participant_id, pt.display_name, pt.team_name, pt.level_rank,
                            cast(null as varchar(300)) as lead_name, f.verdict, f.things, f.outside, f.due_before, f.due_after
                        from participant pt join (
                            select x.participant_id, min(x.verdict) as verdict,
                                count(*) filter (where x.verdict = 0) as things,
                                count(*) filter (where x.verdict = %d) as outside,
                                min(x.due_on) filter (where x.verdict = 0) as due_before,
                                min(x.due_after) filter (where x.verdict = 0) as due_after
                            from %s group by x.participant_id) f on f.participant_id = pt.id""".formatted(NotChanged.OUTSIDE_CYCLE.verdict(), sql.candidates()))
                .params(sql.parameters(ids));
    }

    private PlanChangeSql sql(Scope scope, PlanChange change) {
        return PlanChangeSql.of(scope, change, policy.ownPlan().orElse(0L));
    }

    /**
     * Changes what can be changed, all or nothing. The same request id again changes nothing and gets the same answer.
     *
     * @throws InvalidInputException as {@link #preview} does, and at {@code reason} for a waiver without one
     */
    public BulkResult apply(
            Scope scope, String requestId, PlanChange change, Collection<Long> participantIds, BulkProgress progress) {
        checkDays(change);
        var reason = change instanceof PlanChange.Waive waive
                ? Targets.text("reason", waive.reason(), AssignmentService.MAX_REASON)
                : null;
        var kind = reason == null ? BulkChanges.Kind.DUE_DATE : BulkChanges.Kind.WAIVE;
        var begun = changes.begin(kind, requestId);
        if (begun.answer() != null) {
            return begun.answer();
        }
        var sql = sql(scope, change);
        var marked = BulkChanges.inOrder(participantIds, progress, ids -> {
            figures.lock(ids);
            writer.keep(begun.id(), sql, ids);
            writer.change(begun.id(), reason, ids);
            figures.recount(ids);
        });
        var result = changes.end(begun.id(), marked);
        audit.record(AuditEvent.of(reason == null ? "DUE_DATES_MOVED" : "OBJECTIVES_WAIVED", THING, begun.id(), null)
                .detail(words(change) + ", assignments " + result.things() + ", people " + result.people()
                        + ", left out " + result.leftOut()));
        return result;
    }

    /**
     * Gives what was changed its former due date or status back, unless somebody has changed that since. Once; HR or
     * whoever changed it.
     *
     * @throws NotFoundException where there is none, or it is not theirs to undo
     */
    public BulkUndone undo(Scope scope, long bulkId, BulkProgress progress) {
        var participants = changes.beginUndo(bulkId, BulkChanges.Kind.DUE_DATE, BulkChanges.Kind.WAIVE);
        BulkChanges.inOrder(participants, progress, ids -> {
            figures.lock(ids);
            writer.takeBack(scope, bulkId, ids);
            figures.recount(ids);
        });
        var undone = changes.endUndo(bulkId);
        audit.record(AuditEvent.of("BULK_CHANGE_UNDONE", THING, bulkId, null)
                .detail("taken back " + undone.back() + ", kept " + undone.kept()));
        return undone;
    }

    private static void checkDays(PlanChange change) {
        if (change instanceof PlanChange.DueLater later
                && (later.days() == 0 || Math.abs(later.days()) > PlanChange.DueLater.MOST_DAYS)) {
            throw new InvalidInputException(
                    "days", Text.of("objectives.bulk.error.days", PlanChange.DueLater.MOST_DAYS));
        }
    }

    private static String words(PlanChange change) {
        var what = switch (change) {
            case PlanChange.DueOn on -> "due: " + on.day();
            case PlanChange.DueLater later -> "due: " + (later.days() > 0 ? "+" : "") + later.days() + " days";
            case PlanChange.Waive waive -> waive.reason().strip();
        };
        return change.templateId() == null ? what : what + ", objective " + change.templateId();
    }
}
