package org.weft.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organisation as a tree of teams. Everybody in the programs may read it; it names no people. */
@Service
@PreAuthorize("hasRole('HR')")
@Transactional
public class TeamService {

    private final JdbcClient jdbc;

    TeamService(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Team(
            long id, String name, TeamKind kind, @Nullable Long parentId) {}

    /** All teams from the top down, each followed by those below it in order of name. */
    @PreAuthorize("hasAnyRole('HR', 'MANAGER', 'EXECUTIVE', 'MEMBER')")
    @Transactional(readOnly = true)
    public List<TeamNode> tree() {
        var below = new HashMap<@Nullable Long, List<Team>>();
        jdbc.sql("select id, name, kind, parent_id from team")
                .query((row, n) -> new Team(
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
            Map<@Nullable Long, List<Team>> below,
            List<TeamNode> nodes) {
        var byName =
                Comparator.comparing(Team::name, String.CASE_INSENSITIVE_ORDER).thenComparingLong(Team::id);
        below.getOrDefault(parentId, List.of()).stream().sorted(byName).forEach(team -> {
            var path = pathAbove + team.name();
            nodes.add(new TeamNode(team.id(), team.name(), team.kind(), team.parentId(), depth, path));
            collect(team.id(), path + " › ", depth + 1, below, nodes);
        });
    }

    /** The team's name after those of all above it; null where there is no such team. */
    @Nullable String path(long id) {
        return jdbc.sql("""
                        select string_agg(above.name, ' › ' order by c.depth desc)
                        from team_closure c join team above on above.id = c.ancestor_id where c.team_id = :id""").param("id", id).query(String.class).optional().orElse(null);
    }
}
