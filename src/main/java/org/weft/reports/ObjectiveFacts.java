package org.weft.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
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

    /** An assignment, which whoever holds it makes a fact. */
    private record Held(long participantId, Function<PersonFact, ObjectiveFact> by) {}

    /** By person. */
    @Override
    public void each(Scope scope, long cycleId, Consumer<? super ObjectiveFact> sink) {
        people.eachBatch(scope, cycleId, holders -> {
            var held = read(jdbc.sql(SQL + OF)
                            .param(
                                    "participants",
                                    holders.stream()
                                            .map(PersonFact::participantId)
                                            .toList()))
                    .stream()
                    .collect(Collectors.groupingBy(Held::participantId));
            holders.forEach(holder -> held.getOrDefault(holder.participantId(), List.of())
                    .forEach(one -> sink.accept(one.by().apply(holder))));
        });
    }

    @Override
    public List<ObjectiveFact> page(Scope scope, long cycleId, long after, int limit) {
        var found = read(jdbc.sql(SQL + NEXT.formatted(scope.condition("a.person_id")))
                .params(scope.parameters())
                .param("cycle", cycleId)
                .param("after", after)
                .param("limit", limit));
        var holders = people
                .of(found.stream().map(Held::participantId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(PersonFact::participantId, Function.identity()));
        return found.stream()
                .map(one -> one.by().apply(Objects.requireNonNull(holders.get(one.participantId()))))
                .toList();
    }

    private List<Held> read(JdbcClient.StatementSpec statement) {
        return statement.query((row, n) -> held(row)).list();
    }

    private Held held(ResultSet row) throws SQLException {
        var id = row.getLong("id");
        var code = row.getString("code");
        var title = row.getString("title");
        var type = ObjectiveType.valueOf(row.getString("type"));
        var planKind = PlanKind.valueOf(row.getString("plan_kind"));
        var target = row.getInt("target");
        var unit = row.getString("unit");
        var achieved = row.getInt("achieved");
        var dueOn = row.getObject("due_on", LocalDate.class);
        var status = AssignmentStatus.valueOf(row.getString("status"));
        var health = Health.valueOf(row.getString("health"));
        var statusAt = row.getTimestamp("status_at").toInstant();
        return new Held(
                row.getLong("participant_id"),
                holder -> new ObjectiveFact(
                        holder,
                        id,
                        code,
                        title,
                        type,
                        planKind,
                        target,
                        unit,
                        achieved,
                        dueOn,
                        status,
                        health,
                        status.isOpen() && dueOn.isBefore(figures.today(holder.timeZone())),
                        statusAt));
    }
}
