package org.weft.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps {@code team_closure}: every team with each team above it, itself included. Whoever adds teams or moves them calls
 * it in the same transaction. It expects that no team stands below itself; {@link TeamService} refuses that.
 */
@Component
public class TeamClosure {

    private final JdbcClient jdbc;

    TeamClosure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the closure anew: one statement per level of the tree. Teams are few beside people. */
    @Transactional
    public void rebuild() {
        jdbc.sql("delete from team_closure").update();
        var added = jdbc.sql("insert into team_closure (ancestor_id, team_id, depth) select id, id, 0 from team")
                .update();
        for (var depth = 0; added > 0; depth++) {
            added = jdbc.sql("""
                            insert into team_closure (ancestor_id, team_id, depth)
                            select above.ancestor_id, t.id, above.depth + 1
                            from team t join team_closure above on above.team_id = t.parent_id
                            where above.depth = :depth""").param("depth", depth).update();
        }
    }
}
