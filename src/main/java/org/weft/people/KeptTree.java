package org.weft.people;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.weft.base.KeptFigure;
import org.weft.base.KeptFigure.Example;
import org.weft.base.KeptFigure.Finding;

/**
 * A table that holds, for everything in a tree, all that is above it and how far above ({@code depth}), with the two
 * statements it is made of.
 *
 * @param table what keeps it
 * @param above its column for what is above
 * @param below its column for what is below
 * @param shortest the depth it begins with
 * @param first selects the pairs it begins with, as {@code above_id, below_id, depth}
 * @param next selects from the table itself, named {@code above}, the pairs that are one step longer
 */
record KeptTree(String table, String above, String below, int shortest, String first, String next) {

    /** What stands for a pair that is not there. */
    private static final String NOTHING = "–";

    /**
     * Writes the pairs of what a condition names, one statement for each step of the longest way up. Those pairs must not
     * be there; those of everything above must.
     */
    void fill(JdbcClient jdbc, String condition, Map<String, ?> params) {
        var insert = "insert into %s (%s, %s, depth) ".formatted(table, above, below);
        var added = jdbc.sql(insert + first + condition).params(params).update();
        for (var depth = shortest; added > 0; depth++) {
            added = jdbc.sql(insert + next + " and above.depth = :depth" + condition)
                    .params(params)
                    .param("depth", depth)
                    .update();
        }
    }

    /**
     * Compares each pair with what the pairs one step shorter make of it, in one statement. What is kept can only be equal
     * to that if it is right from the top down; where a pair is wrong, those that follow from it may be told too.
     */
    Finding check(JdbcClient jdbc) {
        var counted = jdbc.sql(
                        "select (select count(*) from " + table + "), (select count(*) from (" + differing() + ") d)")
                .query((row, n) -> new Finding(row.getLong(1), row.getLong(2), List.of()))
                .single();
        return counted.equal() ? counted : new Finding(counted.rows(), counted.differing(), examples(jdbc));
    }

    /**
     * @param rebuild writes all pairs anew
     * @return how many were wrong
     */
    long mend(JdbcClient jdbc, Runnable rebuild) {
        var wrong = check(jdbc).differing();
        if (wrong > 0) {
            rebuild.run();
        }
        return wrong;
    }

    private List<Example> examples(JdbcClient jdbc) {
        return jdbc.sql(differing() + " order by 1, 2 fetch first " + KeptFigure.EXAMPLES + " rows only")
                .query((row, n) -> new Example(
                        "%s: %s %d, %s %d".formatted(table, above, row.getLong(1), below, row.getLong(2)),
                        row.getObject(3) == null ? NOTHING : "depth " + row.getInt(3),
                        row.getObject(4) == null ? NOTHING : "depth " + row.getInt(4)))
                .list();
    }

    /** The pairs that are kept and should not be, or should be and are not, with both depths. */
    private String differing() {
        var kept = "select %s, %s, depth from %s".formatted(above, below, table);
        return """
                select d.above_id, d.below_id, max(d.kept) as kept, max(d.expected) as expected
                from (
                    select k.%1$s as above_id, k.%2$s as below_id, k.depth as kept, cast(null as integer) as expected
                    from (%3$s except %4$s) k
                    union all
                    select f.above_id, f.below_id, cast(null as integer), f.depth
                    from (%4$s except %3$s) f) d
                group by d.above_id, d.below_id""".formatted(above, below, kept, workedOut());
    }

    private String workedOut() {
        return "select w.above_id, w.below_id, w.depth from (" + first + " union all " + next + ") w";
    }
}
