package org.weft.progress;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;

/** The teams that participants of a cycle are in, with the teams above these. */
@Component
class TeamOptions {

    private record Team(long id, String name, @Nullable Long parentId) {}

    private final JdbcClient jdbc;

    TeamOptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TeamOption> of(Scope scope, long cycleId) {
        var teams = new HashMap<Long, Team>();
        jdbc.sql("""
                        select t.id, t.name, t.parent_id from team t
                        where exists (
                            select 1 from team_closure tc
                            join person p on p.team_id = tc.team_id
                            join participant pt on pt.person_id = p.id and pt.cycle_id = :cycle
                            where tc.ancestor_id = t.id and %s)""".formatted(scope.condition("p.id")))
                .param("cycle", cycleId)
                .params(scope.parameters())
                .query((rs, n) ->
                        new Team(rs.getLong("id"), rs.getString("name"), rs.getObject("parent_id", Long.class)))
                .list()
                .forEach(team -> teams.put(team.id(), team));
        return teams.values().stream()
                .map(team -> new TeamOption(team.id(), path(team, teams)))
                .sorted(Comparator.comparing(TeamOption::path).thenComparing(TeamOption::id))
                .toList();
    }

    private static String path(Team team, HashMap<Long, Team> teams) {
        var path = team.name();
        var above = teams.get(team.parentId());
        for (var depth = 0; above != null && depth < 50; depth++) {
            path = above.name() + " › " + path;
            above = teams.get(above.parentId());
        }
        return path;
    }
}
