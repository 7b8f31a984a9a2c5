package org.weft.objectives;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.audit.CurrentActor;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.Text;

/** Takes an act of assigning back: exactly what it created, as far as nobody has worked on it or relies on it otherwise. */
@Component
class BulkUndo {

    private static final int EXAMPLES = 20;

    private static final String CONVERSATION =
            "exists (select 1 from conversation_assignment ca where ca.assignment_id = a.id)";

    private static final String ALSO_HELD =
            "exists (select 1 from assignment_reason r where r.assignment_id = a.id and (r.batch_id is null or r.batch_id <> :batch))";

    private static final String UNTOUCHED =
            "a.status = 'NOT_STARTED' and a.achieved = 0 and a.last_activity_at is null and not "
                    + CONVERSATION
                    + " and not exists (select 1 from assignment_event e where e.assignment_id = a.id and e.kind <> 'ASSIGNED')";

    private final JdbcClient jdbc;
    private final PlanFigures figures;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final CurrentUser currentUser;
    private final Clock clock;

    BulkUndo(
            JdbcClient jdbc,
            PlanFigures figures,
            AuditTrail audit,
            CurrentActor actor,
            CurrentUser currentUser,
            Clock clock) {
        this.jdbc = jdbc;
        this.figures = figures;
        this.audit = audit;
        this.actor = actor;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    UndoResult undo(Scope scope, long batchId) {
        open(batchId);
        var parameters = new HashMap<>(scope.parameters());
        parameters.put("batch", batchId);
        var mine = " a.batch_id = :batch and " + scope.condition("a.person_id");
        var participants = jdbc.sql("select distinct a.participant_id from assignment a where" + mine)
                .params(parameters)
                .query(Long.class)
                .list();
        figures.lock(participants);
        var kept = jdbc.sql("select count(*) from assignment a where" + mine + " and (" + ALSO_HELD + " or not ("
                        + UNTOUCHED + "))")
                .params(parameters)
                .query(Integer.class)
                .single();
        var examples = keptExamples(mine, parameters);
        var takenBack = jdbc.sql(
                        "delete from assignment a where" + mine + " and " + UNTOUCHED + " and not " + ALSO_HELD)
                .params(parameters)
                .update();
        release(batchId);
        figures.recount(participants);
        jdbc.sql("update assignment_batch set undone_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), batchId)
                .update();
        audit.record(AuditEvent.of("OBJECTIVES_TAKEN_BACK", "assignment batch", batchId, null)
                .detail("taken back " + takenBack + ", kept " + kept));
        return new UndoResult(takenBack, kept, examples);
    }

    /** Locks the batch, so that of two undos at once the second finds it undone. */
    private void open(long batchId) {
        record Batch(@Nullable Long createdBy, @Nullable Timestamp undoneAt) {}
        var batch = jdbc.sql("select created_by, undone_at from assignment_batch where id = ? for update")
                .param(batchId)
                .query(Batch.class)
                .optional()
                .filter(found -> currentUser.has(Role.HR)
                        || Objects.equals(found.createdBy(), actor.get().accountId()))
                .orElseThrow(() -> new NotFoundException("assignment batch", batchId));
        if (batch.undoneAt() != null) {
            throw new InvalidInputException(Text.of("objectives.undo.already"));
        }
    }

    private List<UndoResult.Kept> keptExamples(String mine, HashMap<String, Object> parameters) {
        var limited = new HashMap<>(parameters);
        limited.put("limit", EXAMPLES);
        return jdbc.sql("select p.display_name, a.title, case when exists (select 1 from assignment_event e"
                        + " where e.assignment_id = a.id and e.kind = 'CHECK_IN') then 'CHECKED_IN'"
                        + " when a.status <> 'NOT_STARTED' or a.achieved > 0 or a.last_activity_at is not null or "
                        + CONVERSATION + " then 'STARTED' when " + ALSO_HELD
                        + " then 'ALSO_HELD' else 'CHANGED' end as reason"
                        + " from assignment a join person p on p.id = a.person_id where" + mine + " and (" + ALSO_HELD
                        + " or not (" + UNTOUCHED + ")) order by p.sort_name, p.id, a.code, a.id limit :limit")
                .params(limited)
                .query((row, number) -> new UndoResult.Kept(
                        row.getString("display_name"),
                        row.getString("title"),
                        UndoResult.KeptReason.valueOf(row.getString("reason"))))
                .list();
    }

    /** What others hold on to passes to the act that gave the other reason; the reasons of this one go. */
    private void release(long batchId) {
        jdbc.sql("""
                        update assignment a set batch_id =
                            (select min(r.batch_id) from assignment_reason r where r.assignment_id = a.id and r.batch_id <> :batch)
                        where a.batch_id = :batch and exists (select 1 from assignment_reason r
                            where r.assignment_id = a.id and (r.batch_id is null or r.batch_id <> :batch))""").param("batch", batchId).update();
        jdbc.sql("""
                        delete from assignment_reason r where r.batch_id = :batch and exists (select 1 from assignment a
                            where a.id = r.assignment_id and (a.batch_id is null or a.batch_id <> :batch))""").param("batch", batchId).update();
    }
}
