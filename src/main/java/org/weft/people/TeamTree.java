package org.weft.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the organisation tree. */
@Component
class TeamTree {

    private static final Comparator<Row> BY_NAME =
            Comparator.comparing(Row::name, String.CASE_INSENSITIVE_ORDER).thenComparingLong(Row::id);

    private final JdbcClient jdbc;

    TeamTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            long id, String name, TeamKind kind, @Nullable Long parentId) {}

    /** From the top down, each team followed by those below it in order of name. */
    List<TeamNode> nodes() {
        var below = new HashMap<@Nullable Long, List<Row>>();
        jdbc.sql("select id, name, kind, parent_id from team")
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getString("name"),
                        TeamKind.valueOf(row.getString("kind")),
                        row.getObject("parent_id", Long.class)))
                .list()
                .forEach(team -> below.computeIfAbsent(team.parentId(), parent -> new ArrayList<>())
                        .add(team));
        var nodes = new ArrayList<TeamNode>();
        collect(null, "", 0, below, nodes);
        return nodes;
    }

    private static void collect(
            @Nullable Long parentId,
            String pathAbove,
            int depth,
            Map<@Nullable Long, List<Row>> below,
            List<TeamNode> nodes) {
        below.getOrDefault(parentId, List.of()).stream().sorted(BY_NAME).forEach(team -> {
            var path = pathAbove + team.name();
            nodes.add(new TeamNode(team.id(), team.name(), team.kind(), team.parentId(), depth, path));
            collect(team.id(), path + " › ", depth + 1, below, nodes);
        });
    }

    /** The team's name after those of all above it; empty where there is no such team. */
    Optional<String> path(long id) {
        var names = jdbc.sql("""
                        select above.name from team_closure c join team above on above.id = c.ancestor_id
                        where c.team_id = :id order by c.depth desc""").param("id", id).query(String.class).list();
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(" › ", names));
    }
}
