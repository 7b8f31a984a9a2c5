package org.weft.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.objectives.AssignmentStatus;
import org.weft.objectives.Health;
import org.weft.objectives.ObjectiveType;
import org.weft.objectives.PlanKind;

/** Reads the assignments of a cycle. Whoever holds them is read once, not with each. */
@Component
class ObjectiveFacts implements Facts<ObjectiveFact> {

    private static final String SQL = """
            select a.id, a.participant_id, a.code, a.title, a.type, a.plan_kind, a.target, a.unit, a.achieved, a.due_on,
                a.status, a.health, a.status_at
            from assignment a
            where\s""";

    private static final String OF = "a.participant_id in (:participants) order by a.due_on, a.code, a.id";

    private static final String NEXT = """
            %s and a.cycle_id = :cycle and a.id > :after order by a.id fetch first :limit rows only""";

    private final JdbcClient jdbc;
    private final PeopleFacts people;
    private final CycleFigures figures;

    ObjectiveFacts(JdbcClient jdbc, PeopleFacts people, CycleFigures figures) {
        this.jdbc = jdbc;
        this.people = people;
        this.figures = figures;
    }

    private record Assignment(
            long id,
            long participantId,
            String code,
            String title,
            ObjectiveType type,
            PlanKind planKind,
            int target,
            String unit,
            int achieved,
            LocalDate dueOn,
            AssignmentStatus status,
            Health health,
            Instant statusAt) {}

    /** By person. */
    @Override
    public void each(Scope scope, long cycleId, Consumer<? super ObjectiveFact> sink) {
        people.eachBatch(scope, cycleId, holders -> {
            var held = assignments(jdbc.sql(SQL + OF)
                            .param(
                                    "participants",
                                    holders.stream()
                                            .map(PersonFact::participantId)
                                            .toList()))
                    .stream()
                    .collect(Collectors.groupingBy(Assignment::participantId));
            holders.forEach(holder -> held.getOrDefault(holder.participantId(), List.of())
                    .forEach(assignment -> sink.accept(fact(holder, assignment))));
        });
    }

    @Override
    public List<ObjectiveFact> page(Scope scope, long cycleId, long after, int limit) {
        var found = assignments(jdbc.sql(SQL + NEXT.formatted(scope.condition("a.person_id")))
                .params(scope.parameters())
                .param("cycle", cycleId)
                .param("after", after)
                .param("limit", limit));
        Map<Long, PersonFact> holders =
                people
                        .of(found.stream()
                                .map(Assignment::participantId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(PersonFact::participantId, Function.identity()));
        return found.stream()
                .map(assignment -> fact(Objects.requireNonNull(holders.get(assignment.participantId())), assignment))
                .toList();
    }

    private static List<Assignment> assignments(JdbcClient.StatementSpec statement) {
        return statement.query((row, n) -> assignment(row)).list();
    }

    private static Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(
                row.getLong("id"),
                row.getLong("participant_id"),
                row.getString("code"),
                row.getString("title"),
                ObjectiveType.valueOf(row.getString("type")),
                PlanKind.valueOf(row.getString("plan_kind")),
                row.getInt("target"),
                row.getString("unit"),
                row.getInt("achieved"),
                row.getObject("due_on", LocalDate.class),
                AssignmentStatus.valueOf(row.getString("status")),
                Health.valueOf(row.getString("health")),
                row.getTimestamp("status_at").toInstant());
    }

    private ObjectiveFact fact(PersonFact holder, Assignment assignment) {
        return new ObjectiveFact(
                assignment.id(),
                holder.participantId(),
                holder.personId(),
                holder.employeeNumber(),
                holder.person(),
                holder.department(),
                holder.team(),
                holder.level(),
                holder.jobTitle(),
                holder.location(),
                holder.cohort(),
                assignment.code(),
                assignment.title(),
                assignment.type(),
                assignment.planKind(),
                assignment.target(),
                assignment.unit(),
                assignment.achieved(),
                assignment.dueOn(),
                assignment.status(),
                assignment.health(),
                assignment.status().isOpen() && assignment.dueOn().isBefore(figures.today(holder.timeZone())),
                assignment.statusAt());
    }
}
