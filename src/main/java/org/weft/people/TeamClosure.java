package org.weft.people;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps {@code team_closure}: every team with each team above it, itself included. Whoever adds teams or moves them calls
 * it in the same transaction. It expects that no team stands below itself; {@link TeamService} refuses that.
 */
@Component
public class TeamClosure {

    static final KeptTree KEPT = new KeptTree(
            "team_closure",
            "ancestor_id",
            "team_id",
            0,
            "select t.id as above_id, t.id as below_id, 0 as depth from team t where true",
            """
            select above.ancestor_id, t.id, above.depth + 1
            from team t join team_closure above on above.team_id = t.parent_id where true""");

    private final JdbcClient jdbc;

    TeamClosure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the closure anew: one statement per level of the tree. Teams are few beside people. */
    @Transactional
    public void rebuild() {
        jdbc.sql("delete from team_closure").update();
        KEPT.fill(jdbc, "", Map.of());
    }
}
