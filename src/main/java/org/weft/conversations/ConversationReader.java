package org.weft.conversations;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.base.LikePattern;

/** Reads conversations for lists and forms. */
@Component
class ConversationReader {

    private static final int MAX_WORDS = 5;

    private final JdbcClient jdbc;

    ConversationReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    List<ConversationRow> list(Reach reach, Listed listed, Pageable page) {
        var heads = jdbc.sql("""
                        select c.id, c.version, c.held_on, c.kind, c.exchanged, c.agreed, c.result, c.created_at,
                            (select author.display_name from account author where author.id = c.created_by) as author,
                            case when %s then 1 else 0 end as editable,
                            case when %s then 1 else 0 end as took_part
                        %s
                        order by c.held_on desc, c.id desc
                        limit :limit offset :offset""".formatted(reach.changes("c"), reach.tookPart("c.id"), listed.fromWhere()))
                .params(listed.parameters())
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query((row, number) -> head(row))
                .list();
        if (heads.isEmpty()) {
            return heads;
        }
        var ids = heads.stream().map(ConversationRow::id).toList();
        var parts = parts(ids).stream().collect(groupingBy(Part::conversationId));
        var objectives = objectives(reach, ids);
        return heads.stream()
                .map(row -> {
                    var taking = parts.getOrDefault(row.id(), List.of());
                    return row.with(
                            taking.stream().map(Part::person).toList(),
                            objectives.getOrDefault(row.id(), List.of()),
                            taking.stream()
                                    .map(Part::answer)
                                    .filter(Objects::nonNull)
                                    .map(answer -> row.editable() || Objects.equals(answer.personId(), reach.personId())
                                            ? answer
                                            : answer.withoutObjection())
                                    .toList());
                })
                .toList();
    }

    HeldCount count(Listed listed) {
        return jdbc.sql("select count(*) as conversations, coalesce(sum(listed.counted), 0) as counted from (select "
                        + listed.counted() + " as counted" + listed.fromWhere() + ") listed")
                .params(listed.parameters())
                .query((row, number) -> new HeldCount(row.getLong("conversations"), row.getLong("counted")))
                .single();
    }

    /** The conversation, if the account may change it or took part in it. */
    Optional<ConversationDetails> find(Reach reach, long id) {
        return jdbc.sql("""
                        select c.id, c.version, c.held_on, c.kind, c.exchanged, c.agreed, c.result,
                            case when %s then 1 else 0 end as editable
                        from conversation c
                        where c.id = :id and %s and (%s or %s)""".formatted(
                                reach.changes("c"), reach.sees("c.id"), reach.changes("c"), reach.tookPart("c.id")))
                .params(reach.parameters())
                .param("id", id)
                .query((row, number) -> new ConversationDetails(
                        row.getLong("id"),
                        row.getInt("version"),
                        row.getObject("held_on", LocalDate.class),
                        ConversationKind.valueOf(row.getString("kind")),
                        row.getString("exchanged"),
                        row.getString("agreed"),
                        row.getString("result"),
                        List.of(),
                        Set.of(),
                        row.getInt("editable") == 1))
                .optional()
                .map(details -> details.with(
                        people(List.of(id)).getOrDefault(id, List.of()),
                        objectives(reach, List.of(id)).getOrDefault(id, List.of()).stream()
                                .map(CountedObjective::assignmentId)
                                .collect(toSet())));
    }

    /** Names and teams of persons, in the order of their names; ids of nobody are left out. */
    List<ConversationPerson> persons(Collection<Long> personIds) {
        if (personIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select p.id, p.display_name, t.name as team_name
                        from person p left join team t on t.id = p.team_id
                        where p.id in (:ids) order by p.sort_name, p.id""")
                .param("ids", personIds)
                .query((row, number) -> person(row))
                .list();
    }

    /** Active persons whose name or team contains every word of the search: by name, those found by the name first. */
    List<ConversationPerson> colleagues(String search, Pageable page) {
        var words = Stream.of(search.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MAX_WORDS)
                .map(LikePattern::containing)
                .toList();
        var byName = "p.display_name || ' ' || p.sort_name";
        var parameters = new HashMap<String, Object>();
        words.forEach(word -> parameters.put("word" + parameters.size(), word));
        return jdbc.sql("""
                        select p.id, p.display_name, t.name as team_name
                        from person p left join team t on t.id = p.team_id
                        where p.active and %s
                        order by case when %s then 0 else 1 end, p.sort_name, p.id
                        limit :limit offset :offset""".formatted(
                                containsAll(byName + " || ' ' || coalesce(t.name, '')", words.size()),
                                containsAll(byName, words.size())))
                .params(parameters)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query((row, number) -> person(row))
                .list();
    }

    private static String containsAll(String text, int words) {
        return IntStream.range(0, words)
                .mapToObj(number -> "lower(" + text + ") like :word" + number + " escape '\\'")
                .collect(collectingAndThen(joining(" and "), all -> all.isEmpty() ? "1 = 1" : all));
    }

    boolean anyInScope(Reach reach, Collection<Long> personIds) {
        if (reach.scope() instanceof Scope.Everybody) {
            return true;
        }
        return jdbc.sql("select count(*) from person p where p.id in (:ids) and "
                                + reach.scope().condition("p.id"))
                        .params(reach.parameters())
                        .param("ids", personIds)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Codes of the objectives it counts for, for the trail. */
    List<String> codes(long conversationId) {
        return jdbc.sql("""
                        select distinct a.code from conversation_assignment ca join assignment a on a.id = ca.assignment_id
                        where ca.conversation_id = ? order by a.code""").param(conversationId).query(String.class).list();
    }

    /** Who took part in each, by name. */
    Map<Long, List<ConversationPerson>> people(Collection<Long> conversationIds) {
        return parts(conversationIds).stream()
                .collect(groupingBy(Part::conversationId, mapping(Part::person, toList())));
    }

    /** Somebody's part in a conversation, with what they say to it if they were asked. */
    private record Part(
            long conversationId,
            ConversationPerson person,
            @Nullable ConversationAnswer answer) {}

    private List<Part> parts(Collection<Long> conversationIds) {
        return jdbc.sql("""
                        select cp.conversation_id, p.id, p.display_name, t.name as team_name, said.confirmation, said.objection
                        from conversation_person_team cp
                        join conversation_person said
                            on said.conversation_id = cp.conversation_id and said.person_id = cp.person_id
                        join person p on p.id = cp.person_id
                        left join team t on t.id = cp.team_id
                        where cp.conversation_id in (:ids) order by p.sort_name, p.id""")
                .param("ids", conversationIds)
                .query((row, number) -> new Part(row.getLong("conversation_id"), person(row), answer(row)))
                .list();
    }

    private static @Nullable ConversationAnswer answer(ResultSet row) throws SQLException {
        var state = row.getString("confirmation");
        return state == null
                ? null
                : new ConversationAnswer(
                        row.getLong("id"),
                        row.getString("display_name"),
                        Confirmation.valueOf(state),
                        row.getString("objection"));
    }

    private Map<Long, List<CountedObjective>> objectives(Reach reach, List<Long> conversationIds) {
        record Of(long conversationId, CountedObjective objective) {}
        return jdbc
                .sql("""
                        select ca.conversation_id, a.id, a.person_id, p.display_name, a.code, a.title
                        from conversation_assignment ca
                        join assignment a on a.id = ca.assignment_id
                        join person p on p.id = a.person_id
                        where ca.conversation_id in (:ids) and %s
                        order by p.sort_name, p.id, a.due_on, a.id""".formatted(reach.counts("a.person_id")))
                .params(reach.parameters())
                .param("ids", conversationIds)
                .query((row, number) -> new Of(
                        row.getLong("conversation_id"),
                        new CountedObjective(
                                row.getLong("id"),
                                row.getLong("person_id"),
                                row.getString("display_name"),
                                row.getString("code"),
                                row.getString("title"))))
                .list()
                .stream()
                .collect(groupingBy(Of::conversationId, mapping(Of::objective, toList())));
    }

    private static ConversationRow head(ResultSet row) throws SQLException {
        return new ConversationRow(
                row.getLong("id"),
                row.getInt("version"),
                row.getObject("held_on", LocalDate.class),
                ConversationKind.valueOf(row.getString("kind")),
                row.getString("exchanged"),
                row.getString("agreed"),
                row.getString("result"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("author"),
                row.getInt("editable") == 1,
                row.getInt("took_part") == 1,
                List.of(),
                List.of(),
                List.of());
    }

    private static ConversationPerson person(ResultSet row) throws SQLException {
        return new ConversationPerson(row.getLong("id"), row.getString("display_name"), row.getString("team_name"));
    }
}
