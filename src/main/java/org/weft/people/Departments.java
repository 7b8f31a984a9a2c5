package org.weft.people;

/**
 * The department of a team, for statements: the nearest team above it, itself included, that is one; without any, the
 * team itself.
 */
public final class Departments {

    /** Of many teams at a time: joined to {@code t}, a team, it gives the department as {@code d}, a team. */
    public static final String JOINED = """
            left join (
                select tc.team_id, tc.ancestor_id,
                    row_number() over (partition by tc.team_id order by tc.depth) as nearest
                from team_closure tc join team dt on dt.id = tc.ancestor_id
                where dt.kind = 'DEPARTMENT') above on above.team_id = t.id and above.nearest = 1
            left join team d on d.id = coalesce(above.ancestor_id, t.id)
            """;

    private Departments() {}

    /**
     * Of a few teams at a time: gives the department as {@code d}, a team, as {@link #JOINED} does.
     *
     * @param teamId the column that holds the id of a team, if there is one
     */
    public static String joinedTo(String teamId) {
        return "left join team d on d.id = " + idOf(teamId) + "\n";
    }

    /**
     * The id for one team, looked up along an index: where a page asks for those of a few teams.
     *
     * @param teamId the column that holds the id of a team there is
     */
    public static String idOf(String teamId) {
        return """
                coalesce((select tc.ancestor_id from team_closure tc
                    join team dt on dt.id = tc.ancestor_id and dt.kind = 'DEPARTMENT'
                    where tc.team_id = %1$s order by tc.depth limit 1), %1$s)""".formatted(teamId);
    }
}
