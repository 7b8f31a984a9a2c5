package org.weft.conversations;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.conversations.CountableObjective.Progress;

/** Which objectives a conversation may count for: open ones of those who took part, in cycles its date lies in. */
@Component
class Countables {

    /** In place of a conversation's id while there is none. */
    static final long NEW = -1;

    private static final String OF_THESE = """
            select %s from assignment a join cycle y on y.id = a.cycle_id
            where a.id in (:assignments) and %s""";

    private final JdbcClient jdbc;

    Countables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Grouped by person, by name; within a person by due date. What the conversation already counts for stays offered. */
    List<CountableObjective> list(Reach reach, long conversationId, Collection<Long> people, LocalDate heldOn) {
        record Found(CountableObjective objective, boolean moves) {}
        if (people.isEmpty()) {
            return List.of();
        }
        var found = jdbc.sql("""
                        select a.id, a.person_id, p.display_name, a.code, a.title, a.measure, a.achieved, a.target, a.unit,
                            a.due_on,
                            case when a.measure <> 'REPORTED' and a.achieved < a.target
                                and (a.measure <> 'TEAMS' or exists (select 1 from person o
                                    where o.id in (:people) and o.id <> p.id and o.team_id is not null
                                        and o.team_id is distinct from p.team_id)) then 1 else 0 end as moves
                        from assignment a
                        join person p on p.id = a.person_id
                        join cycle y on y.id = a.cycle_id
                        where %s
                        order by p.sort_name, p.id, a.due_on, a.code, a.id""".formatted(fits(reach, conversationId)))
                .params(reach.parameters())
                .param("people", people)
                .param("heldOn", heldOn)
                .param("conversationId", conversationId)
                .query((row, number) -> {
                    var progress = new Progress(
                            row.getInt("achieved"),
                            row.getInt("target"),
                            row.getString("unit"),
                            row.getObject("due_on", LocalDate.class));
                    return new Found(
                            new CountableObjective(
                                    row.getLong("id"),
                                    row.getLong("person_id"),
                                    row.getString("display_name"),
                                    row.getString("code"),
                                    row.getString("title"),
                                    row.getString("measure").equals("REPORTED"),
                                    progress,
                                    false),
                            row.getInt("moves") == 1);
                })
                .list();
        var moving = found.stream()
                .filter(Found::moves)
                .collect(groupingBy(each -> each.objective().personId(), counting()));
        return found.stream()
                .map(each ->
                        each.moves() && moving.getOrDefault(each.objective().personId(), 0L) == 1
                                ? each.objective().suggest()
                                : each.objective())
                .toList();
    }

    /** Those among these assignments that {@link #list} offers. */
    Set<Long> offered(
            Reach reach,
            long conversationId,
            Collection<Long> people,
            LocalDate heldOn,
            Collection<Long> assignmentIds) {
        if (assignmentIds.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql(OF_THESE.formatted("a.id", fits(reach, conversationId)))
                .params(reach.parameters())
                .param("assignments", assignmentIds)
                .param("people", people)
                .param("heldOn", heldOn)
                .param("conversationId", conversationId)
                .query(Long.class)
                .list());
    }

    /**
     * Has a new conversation count for what was chosen, as far as {@link #list} offers it: asked and written in one.
     *
     * @return whether all of it was offered
     */
    boolean count(Reach reach, long conversationId, CheckedDraft draft) {
        var chosen = draft.assignmentIds();
        return chosen.isEmpty()
                || chosen.size()
                        == jdbc.sql("insert into conversation_assignment (conversation_id, assignment_id) "
                                        + OF_THESE.formatted("cast(:id as bigint), a.id", fits(reach, NEW)))
                                .params(reach.parameters())
                                .param("id", conversationId)
                                .param("assignments", chosen)
                                .param("people", draft.personIds())
                                .param("heldOn", draft.heldOn())
                                .update();
    }

    private static String fits(Reach reach, long conversationId) {
        var counted = conversationId == NEW ? "" : """
                 or a.id in (
                        select ca.assignment_id from conversation_assignment ca
                        where ca.conversation_id = :conversationId)""";
        return """
                a.person_id in (:people) and :heldOn between y.starts_on and y.ends_on
                    and (a.status not in ('COMPLETED', 'WAIVED', 'CANCELLED')%s)
                    and %s""".formatted(counted, reach.counts("a.person_id"));
    }

    /** Of what a conversation counts for, what the account neither sees nor may change, as far as it still fits. */
    Set<Long> outOfReach(Reach reach, long conversationId, Collection<Long> people, LocalDate heldOn) {
        return new HashSet<>(jdbc.sql("""
                        select a.id
                        from conversation_assignment ca
                        join assignment a on a.id = ca.assignment_id
                        join cycle y on y.id = a.cycle_id
                        where ca.conversation_id = :conversationId and not %s
                            and a.person_id in (:people) and :heldOn between y.starts_on and y.ends_on""".formatted(reach.counts("a.person_id")))
                .params(reach.parameters())
                .param("conversationId", conversationId)
                .param("people", people)
                .param("heldOn", heldOn)
                .query(Long.class)
                .list());
    }
}
