package org.weft.objectives;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.audit.CurrentActor;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.Text;

/** Creates many assignments at once, set-based, in the caller's transaction. */
@Component
class BulkAssignment {

    private final JdbcClient jdbc;
    private final AssignRules rules;
    private final AssignmentEvents events;
    private final PlanFigures figures;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    BulkAssignment(
            JdbcClient jdbc,
            AssignRules rules,
            AssignmentEvents events,
            PlanFigures figures,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.events = events;
        this.figures = figures;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    AssignResult assign(Scope scope, AssignRequest request) {
        Targets.text("requestId", request.requestId(), 60);
        rules.hold(request.cycleId());
        var cycle = rules.checkPeople(scope, request);
        if (!begin(request)) {
            return answered(request);
        }
        if (request.choices().isEmpty()) {
            throw new InvalidInputException("choices", Text.of("objectives.assign.error.nothing"));
        }
        rules.checkChoices(request, cycle);
        var batchId = batchId(request);
        var selection = AssignSelection.of(scope, request);
        var participants = jdbc.sql(selection.matches("distinct m.participant_id"))
                .params(selection.parameters())
                .query(Long.class)
                .list();
        if (participants.isEmpty()) {
            throw new InvalidInputException("people", Text.of("objectives.assign.error.nobody"));
        }
        figures.lock(participants);
        var parameters = new HashMap<>(selection.parameters());
        parameters.put("batch", batchId);
        parameters.put("now", Timestamp.from(clock.instant()));
        var created = insertAssignments(selection, parameters);
        var held = jdbc.sql("select count(*) from ("
                        + selection.matches("a.id, a.batch_id, a.status")
                        + ") x where x.id is not null and x.status not in ('WAIVED', 'CANCELLED')"
                        + " and (x.batch_id is null or x.batch_id <> :batch)")
                .params(parameters)
                .query(Integer.class)
                .single();
        insertReasons(selection, request, parameters);
        events.assigned(batchId);
        figures.recount(participants);
        var people = audit(batchId, request.cycleId());
        jdbc.sql("update assignment_batch set people = ?, created = ?, held = ? where id = ?")
                .params(people, created, held, batchId)
                .update();
        return new AssignResult(batchId, people, created, held);
    }

    /** Whether this request is new. Of two at once the second waits here for the first. */
    private boolean begin(AssignRequest request) {
        return jdbc.sql("""
                        insert into assignment_batch (cycle_id, request_id, created_at, created_by)
                        values (:cycle, :request, :now, :actor) on conflict do nothing""")
                        .param("cycle", request.cycleId())
                        .param("request", request.requestId())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("actor", actor.get().accountId(), Types.BIGINT)
                        .update()
                == 1;
    }

    private record Answered(long id, @Nullable Long createdBy, long cycleId, int people, int created, int held) {}

    private AssignResult answered(AssignRequest request) {
        var batch = jdbc.sql(
                        "select id, created_by, cycle_id, people, created, held from assignment_batch where request_id = ?")
                .param(request.requestId())
                .query(Answered.class)
                .single();
        if (batch.cycleId() != request.cycleId()
                || !Objects.equals(batch.createdBy(), actor.get().accountId())) {
            throw new NotFoundException("request", request.requestId());
        }
        return new AssignResult(batch.id(), batch.people(), batch.created(), batch.held());
    }

    private long batchId(AssignRequest request) {
        return jdbc.sql("select id from assignment_batch where request_id = ?")
                .param(request.requestId())
                .query(Long.class)
                .single();
    }

    private int insertAssignments(AssignSelection selection, Map<String, Object> parameters) {
        return jdbc.sql("""
                        insert into assignment (participant_id, template_id, batch_id, cycle_id, person_id, code, title, type,
                            plan_kind, target, unit, measure, evidence, due_on, status, health, created_at, status_at)
                        select x.participant_id, t.id, cast(:batch as bigint), cast(:cycle as bigint), x.person_id, t.code,
                            t.title, t.type, t.plan_kind, x.target, t.unit, t.measure, t.evidence, x.due_on, 'NOT_STARTED',
                            'NOT_UPDATED', cast(:now as timestamp with time zone), cast(:now as timestamp with time zone)
                        from (""" + selection.matches("m.participant_id, m.person_id, c.template_id, c.target, c.due_on")
                        + """
                         where a.id is null) x
                        join objective_template t on t.id = x.template_id""")
                .params(parameters)
                .update();
    }

    private void insertReasons(AssignSelection selection, AssignRequest request, Map<String, Object> parameters) {
        var accountId = actor.get().accountId();
        var reason = new HashMap<>(parameters);
        reason.put("kind", (request.cohortId() != null ? AssignedVia.COHORT : AssignedVia.MANAGER).name());
        reason.put("ref", request.cohortId() != null ? request.cohortId() : accountId == null ? 0L : accountId);
        jdbc.sql("""
                        insert into assignment_reason (assignment_id, kind, ref_id, added_at, batch_id)
                        select x.id, cast(:kind as varchar(20)), cast(:ref as bigint),
                            cast(:now as timestamp with time zone), cast(:batch as bigint)
                        from (""" + selection.matches("a.id, a.status") + """
                        ) x where x.id is not null and x.status not in ('WAIVED', 'CANCELLED')
                        on conflict do nothing""").params(reason).update();
    }

    /** One entry for the act, one for each person who got something. */
    private int audit(long batchId, long cycleId) {
        record Got(long personId, String name, int objectives, String codes) {}
        var gained = jdbc.sql("""
                        select a.person_id, p.display_name as name, count(*) as objectives,
                               string_agg(a.code, ', ') as codes
                        from assignment a join person p on p.id = a.person_id
                        where a.batch_id = ? group by a.person_id, p.display_name order by a.person_id""").param(batchId).query(Got.class).list();
        audit.record(AuditEvent.of("OBJECTIVES_ASSIGNED", "assignment batch", batchId, null)
                .detail("cycle " + cycleId + ", people " + gained.size()));
        audit.record(gained.stream()
                .map(one -> AuditEvent.of("OBJECTIVES_ASSIGNED", "person", one.personId(), one.name())
                        .about(one.personId())
                        .detail(one.codes()))
                .toList());
        return gained.size();
    }
}
