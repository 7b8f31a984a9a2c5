package org.weft.programs;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;
import org.weft.base.Text;

/**
 * Says who leads many participants, each by another name. The rules are those of {@link LeadChanges}; it leaves nothing
 * out.
 */
@Service
@PreAuthorize("hasAnyRole('HR', 'MANAGER')")
@Transactional
public class LeadEdits {

    private static final int BATCH = 500;

    private final ProgramLock lock;
    private final DirectoryCopy copy;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    LeadEdits(
            ProgramLock lock,
            DirectoryCopy copy,
            AuditTrail audit,
            CurrentUser currentUser,
            JdbcClient jdbc,
            JdbcTemplate batch) {
        this.lock = lock;
        this.copy = copy;
        this.audit = audit;
        this.currentUser = currentUser;
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Who leads these participants, by their ids. Who is missing is gone or outside the scope. */
    @Transactional(readOnly = true)
    public Map<Long, LeadStand> stands(Scope scope, Collection<Long> participantIds) {
        var stands = new HashMap<Long, LeadStand>();
        BulkChanges.inOrder(
                participantIds,
                BulkProgress.SILENT,
                ids -> jdbc.sql("""
                                select pt.id as participant_id, pt.person_id, pt.lead_id, pt.lead_by_hand as by_hand
                                from participant pt where pt.id in (:ids) and\s""" + scope.condition("pt.person_id"))
                        .param("ids", ids)
                        .params(scope.parameters())
                        .query(LeadStand.class)
                        .list()
                        .forEach(stand -> stands.put(stand.participantId(), stand)));
        return stands;
    }

    /** Why edits cannot be, by participant; without those that can. */
    @Transactional(readOnly = true)
    public Map<Long, Text> refusals(Scope scope, Collection<LeadEdit> edits) {
        var named = named(scope, edits);
        var own = currentUser.has(Role.HR) ? null : currentUser.personId().orElse(null);
        var refused = new HashMap<Long, Text>();
        for (var edit : edits) {
            var reason = refusal(edit, named, own);
            if (reason != null) {
                refused.put(edit.seen().participantId(), reason);
            }
        }
        return refused;
    }

    private static @Nullable Text refusal(LeadEdit edit, Map<Long, Named> named, @Nullable Long own) {
        if (Objects.equals(edit.seen().personId(), own)) {
            return Text.of("programs.lead.own");
        }
        if (edit.leadId() == null) {
            return null;
        }
        if (edit.leadId() == edit.seen().personId()) {
            return Text.of("programs.lead.self");
        }
        var lead = named.get(edit.leadId());
        if (lead == null) {
            return Text.of("programs.bulk.lead.outside");
        }
        return lead.active() ? null : Text.of("programs.error.personInactive");
    }

    private record Named(long id, String displayName, boolean active) {}

    /** Those named whom the scope shows. */
    private Map<Long, Named> named(Scope scope, Collection<LeadEdit> edits) {
        var named = new HashMap<Long, Named>();
        var ids = edits.stream()
                .map(LeadEdit::leadId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        BulkChanges.inChunks(
                List.copyOf(ids),
                BulkProgress.SILENT,
                some -> jdbc.sql("select p.id, p.display_name, p.active from person p where p.id in (:ids) and "
                                + scope.condition("p.id"))
                        .param("ids", some)
                        .params(scope.parameters())
                        .query(Named.class)
                        .list()
                        .forEach(one -> named.put(one.id(), one)));
        return named;
    }

    /**
     * Holds the cycle's program until the transaction ends. Who edits leads comes to it before any participant is locked,
     * as everybody does.
     *
     * @throws InvalidInputException if the program is over
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(long cycleId) {
        lock.openForCycle(cycleId);
    }

    /**
     * Does all of it, or nothing: whoever calls rolls back. Of a participant there is one edit at most.
     *
     * @throws StaleEditException where somebody else leads by now than was seen, or a participant is gone
     * @throws InvalidInputException for what the rules refuse as things stand now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void apply(Scope scope, List<LeadEdit> edits) {
        var byParticipant = new TreeMap<Long, LeadEdit>();
        edits.forEach(edit -> byParticipant.put(edit.seen().participantId(), edit));
        BulkChanges.inOrder(
                byParticipant.keySet(),
                BulkProgress.SILENT,
                ids -> jdbc.sql("select id from participant where id in (:ids) order by id for update")
                        .param("ids", ids)
                        .query(Long.class)
                        .list());
        var stands = stands(scope, byParticipant.keySet());
        for (var edit : byParticipant.values()) {
            var now = stands.get(edit.seen().participantId());
            if (now == null || !edit.fits(now)) {
                throw new StaleEditException("participant", edit.seen().participantId());
            }
        }
        var refused = refusals(scope, byParticipant.values());
        if (!refused.isEmpty()) {
            throw new InvalidInputException(
                    "leadId", refused.values().iterator().next());
        }
        batch.batchUpdate(
                "update participant set lead_by_hand = ?, lead_id = coalesce(?, lead_id) where id = ?",
                List.copyOf(byParticipant.values()),
                BATCH,
                (row, edit) -> {
                    row.setBoolean(1, edit.leadId() != null);
                    row.setObject(2, edit.leadId(), Types.BIGINT);
                    row.setLong(3, edit.seen().participantId());
                });
        copy.refresh(byParticipant.keySet());
        tell(scope, byParticipant);
    }

    /** An entry for each person it concerns. */
    private void tell(Scope scope, Map<Long, LeadEdit> edits) {
        var named = named(scope, edits.values());
        BulkChanges.inOrder(edits.keySet(), BulkProgress.SILENT, ids -> {
            var entries = new ArrayList<AuditEvent>();
            jdbc.sql(
                            "select pt.id, pt.person_id, pt.display_name from participant pt where pt.id in (:ids) order by pt.id")
                    .param("ids", ids)
                    .query(row -> {
                        var edit = Objects.requireNonNull(edits.get(row.getLong("id")));
                        var lead = edit.leadId() == null ? null : named.get(edit.leadId());
                        entries.add(AuditEvent.of(
                                        "LEAD_CHANGED",
                                        "person",
                                        row.getLong("person_id"),
                                        row.getString("display_name"))
                                .about(row.getLong("person_id"))
                                .detail(lead == null ? "as in the cohort" : lead.displayName()));
                    });
            audit.record(entries);
        });
    }
}
