package org.weft.reports;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.weft.people.Departments;

/** The departments of teams, each looked up once: for one who reads facts batch by batch, within one transaction. */
final class TeamDepartments {

    private static final String SQL = "select t.id as team_id, d.id, d.name from team t " + Departments.joinedTo("t.id")
            + " where t.id in (:teams)";

    private final JdbcClient jdbc;
    private final Map<Long, Department> byTeam = new HashMap<>();

    TeamDepartments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Looks up those of these teams that are not known yet. */
    void learn(Collection<@Nullable Long> teamIds) {
        var unknown = new HashSet<Long>();
        for (var id : teamIds) {
            if (id != null && !byTeam.containsKey(id)) {
                unknown.add(id);
            }
        }
        if (!unknown.isEmpty()) {
            jdbc.sql(SQL).param("teams", unknown).query(row -> {
                byTeam.put(row.getLong("team_id"), new Department(row.getLong("id"), row.getString("name")));
            });
        }
    }

    /** Of a team that was learnt; none without a team. */
    @Nullable Department of(@Nullable Long teamId) {
        return teamId == null ? null : Objects.requireNonNull(byTeam.get(teamId));
    }
}
