package org.weft.programs;

import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.Text;

/**
 * Says who leads participants, many at a time: somebody by name, or again the cohort's lead, else the manager. HR names
 * anybody; a manager hands the own people to somebody among them, or takes them over. Nobody changes the own lead, HR
 * apart.
 *
 * @see <a href="file:docs/decisions/011-bulk-changes-are-kept.md">decision 011</a>
 */
@Service
@PreAuthorize("hasAnyRole('HR', 'MANAGER')")
@Transactional
public class LeadChanges {

    private static final String THING = "bulk change";

    private final BulkChanges changes;
    private final ProgramLock lock;
    private final DirectoryCopy copy;
    private final Directory directory;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final JdbcClient jdbc;

    LeadChanges(
            BulkChanges changes,
            ProgramLock lock,
            DirectoryCopy copy,
            Directory directory,
            AuditTrail audit,
            CurrentUser currentUser,
            JdbcClient jdbc) {
        this.changes = changes;
        this.lock = lock;
        this.copy = copy;
        this.directory = directory;
        this.audit = audit;
        this.currentUser = currentUser;
        this.jdbc = jdbc;
    }

    /**
     * What {@link #apply} would do now.
     *
     * @param leadId who shall lead, or null for the cohort's lead
     * @throws InvalidInputException at {@code leadId} for somebody who has left, or whom a manager does not see
     */
    @Transactional(readOnly = true)
    public BulkFindings preview(
            Scope scope, @Nullable Long leadId, Collection<Long> participantIds, BulkProgress progress) {
        check(scope, leadId);
        return BulkChanges.find(participantIds, progress, ids -> candidates(scope, leadId, ids));
    }

    /** A page of those the preview found. */
    @Transactional(readOnly = true)
    public List<BulkRow> rows(Scope scope, @Nullable Long leadId, List<Long> participantIds) {
        return BulkChanges.rows(participantIds, ids -> candidates(scope, leadId, ids));
    }

    /**
     * Changes the lead, all or nothing. The same request id again changes nothing and gets the same answer.
     *
     * @throws InvalidInputException as {@link #preview} does, or if a program is over
     */
    public BulkResult apply(
            Scope scope,
            String requestId,
            @Nullable Long leadId,
            Collection<Long> participantIds,
            BulkProgress progress) {
        check(scope, leadId);
        var begun = changes.begin(BulkChanges.Kind.LEAD, requestId);
        if (begun.answer() != null) {
            return begun.answer();
        }
        holdPrograms(scope, participantIds);
        var name = directory.person(leadId);
        var marked = BulkChanges.inOrder(participantIds, progress, ids -> {
            lock(ids);
            keep(scope, begun.id(), leadId, ids);
            set(begun.id(), leadId, ids);
            tell(begun.id(), false, ids, name == null ? "as in the cohort" : name);
        });
        var result = changes.end(begun.id(), marked);
        audit.record(AuditEvent.of("LEAD_CHANGED", THING, begun.id(), null)
                .detail((name == null ? "as in the cohort" : "lead: " + name) + ", people " + result.people()
                        + ", left out " + result.leftOut()));
        return result;
    }

    /**
     * Gives those back whom nobody has given to somebody else since. Once; HR or whoever changed them.
     *
     * @throws NotFoundException where there is none, or it is not theirs to undo
     */
    public BulkUndone undo(Scope scope, long bulkId, BulkProgress progress) {
        BulkChanges.inOrder(changes.beginUndo(bulkId, BulkChanges.Kind.LEAD), progress, ids -> {
            lock(ids);
            jdbc.sql("""
                            update bulk_change_item i set taken_back = true
                            where i.bulk_change_id = :bulk and i.participant_id in (:ids) and exists (
                                select 1 from participant pt
                                where pt.id = i.participant_id and pt.lead_by_hand = (i.lead_after is not null)
                                    and (i.lead_after is null or pt.lead_id = i.lead_after) and %s)""".formatted(scope.condition("pt.person_id")))
                    .param("bulk", bulkId)
                    .param("ids", ids)
                    .params(scope.parameters())
                    .update();
            jdbc.sql("""
                            update participant pt set lead_id = s.lead_before, lead_by_hand = s.lead_by_hand_before
                            from (select i.participant_id, i.lead_before, i.lead_by_hand_before from bulk_change_item i
                                where i.bulk_change_id = :bulk and i.participant_id in (:ids) and i.taken_back) s
                            where s.participant_id = pt.id""").param("bulk", bulkId).param("ids", ids).update();
            copy.refresh(ids);
            tell(bulkId, true, ids, null);
        });
        var undone = changes.endUndo(bulkId);
        audit.record(AuditEvent.of("LEAD_CHANGE_UNDONE", THING, bulkId, null)
                .detail("taken back " + undone.back() + ", kept " + undone.kept()));
        return undone;
    }

    /** A lead sees whom they lead: so a manager may name only somebody among the own people. */
    private void check(Scope scope, @Nullable Long leadId) {
        if (leadId == null) {
            return;
        }
        directory.requireActive("leadId", leadId, null);
        var seen = jdbc.sql("select count(*) from person p where p.id = :lead and " + scope.condition("p.id"))
                .param("lead", leadId)
                .params(scope.parameters())
                .query(Integer.class)
                .single();
        if (seen == 0) {
            throw new InvalidInputException("leadId", Text.of("programs.bulk.lead.outside"));
        }
    }

    private JdbcClient.StatementSpec candidates(Scope scope, @Nullable Long leadId, List<Long> ids) {
        return bind(scope, leadId, """
                select pt.id as participant_id, pt.display_name, pt.team_name, pt.level_rank,
                    cast(null as date) as due_before, cast(null as date) as due_after, l.display_name as lead_name,
                    %1$s as verdict, case when %1$s = 0 then 1 else 0 end as things, 0 as outside
                from participant pt left join person l on l.id = pt.lead_id
                where pt.id in (:ids) and %2$s""".formatted(verdict(leadId), scope.condition("pt.person_id")), ids);
    }

    private JdbcClient.StatementSpec bind(Scope scope, @Nullable Long leadId, String sql, List<Long> ids) {
        var parameters = new HashMap<String, Object>(scope.parameters());
        parameters.put("ids", ids);
        parameters.put(
                "self", currentUser.has(Role.HR) ? -1L : currentUser.personId().orElse(-1L));
        if (leadId != null) {
            parameters.put("lead", leadId);
        }
        return jdbc.sql(sql).params(parameters);
    }

    private static String verdict(@Nullable Long leadId) {
        var own = "case when pt.person_id = :self then " + NotChanged.OWN.verdict();
        return leadId == null
                ? own + " when not pt.lead_by_hand then " + NotChanged.ALREADY.verdict() + " else 0 end"
                : own + " when pt.person_id = :lead then " + NotChanged.SELF.verdict()
                        + " when pt.lead_id = :lead then " + NotChanged.ALREADY.verdict() + " else 0 end";
    }

    private void holdPrograms(Scope scope, Collection<Long> participantIds) {
        var cycles = new TreeSet<Long>();
        BulkChanges.inOrder(
                participantIds,
                BulkProgress.SILENT,
                ids -> cycles.addAll(
                        jdbc.sql("select distinct pt.cycle_id from participant pt where pt.id in (:ids) and "
                                        + scope.condition("pt.person_id"))
                                .param("ids", ids)
                                .params(scope.parameters())
                                .query(Long.class)
                                .list()));
        cycles.forEach(lock::openForCycle);
    }

    private void lock(List<Long> ids) {
        jdbc.sql("select id from participant where id in (:ids) order by id for update")
                .param("ids", ids)
                .query(Long.class)
                .list();
    }

    private void keep(Scope scope, long bulkId, @Nullable Long leadId, List<Long> ids) {
        bind(scope, leadId, """
                        insert into bulk_change_item
                            (bulk_change_id, participant_id, thing_id, lead_before, lead_by_hand_before, lead_after)
                        select cast(:bulk as bigint), pt.id, pt.id, pt.lead_id, pt.lead_by_hand, cast(:after as bigint)
                        from participant pt where pt.id in (:ids) and %s and %s = 0""".formatted(scope.condition("pt.person_id"), verdict(leadId)), ids)
                .param("bulk", bulkId)
                .param("after", leadId, Types.BIGINT)
                .update();
    }

    private void set(long bulkId, @Nullable Long leadId, List<Long> ids) {
        jdbc.sql("""
                        update participant pt set lead_by_hand = :byHand, lead_id = coalesce(cast(:lead as bigint), pt.lead_id)
                        where pt.id in (select i.participant_id from bulk_change_item i
                            where i.bulk_change_id = :bulk and i.participant_id in (:ids))""")
                .param("byHand", leadId != null)
                .param("lead", leadId, Types.BIGINT)
                .param("bulk", bulkId)
                .param("ids", ids)
                .update();
        copy.refresh(ids);
    }

    /** An entry for each person it concerns. */
    private void tell(long bulkId, boolean undone, List<Long> ids, @Nullable String detail) {
        var action = undone ? "LEAD_CHANGE_UNDONE" : "LEAD_CHANGED";
        audit.record(jdbc.sql("""
                        select pt.person_id, pt.display_name from bulk_change_item i join participant pt on pt.id = i.participant_id
                        where i.bulk_change_id = :bulk and i.participant_id in (:ids)%s order by pt.id""".formatted(undone ? " and i.taken_back" : ""))
                .param("bulk", bulkId)
                .param("ids", ids)
                .query((row, n) -> AuditEvent.of(
                                action, "person", row.getLong("person_id"), row.getString("display_name"))
                        .about(row.getLong("person_id"))
                        .detail(detail))
                .list());
    }
}
