package org.weft.reports;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.base.Count;

/** How much there is in a cycle: for deciding how a workbook is made, and nothing that is shown as a figure. */
@Component
class CycleSizes {

    private final FigureStore figures;
    private final JdbcClient jdbc;

    CycleSizes(FigureStore figures, JdbcClient jdbc) {
        this.figures = figures;
        this.jdbc = jdbc;
    }

    record Size(long participants, long objectives, long conversations) {}

    /** About, as the kept picture of the cycle says, a few rows; and where there is none, by what participants keep of themselves. */
    Size of(Scope scope, long cycleId) {
        var picture =
                scope instanceof Scope.Everybody ? figures.read(cycleId).map(CycleSizes::size) : Optional.<Size>empty();
        return picture.orElseGet(() -> counted(scope, cycleId));
    }

    /** How many take part, counted to no further than there have to be. */
    int participants(Scope scope, long cycleId, int enough) {
        var found = " from participant pt where pt.cycle_id = :cycle and " + scope.condition("pt.person_id");
        return jdbc.sql("select count(*) from (" + Count.upTo(enough, "1 as one", found) + ") found")
                .params(scope.parameters())
                .param("cycle", cycleId)
                .query(Integer.class)
                .single();
    }

    private static Size size(CyclePicture picture) {
        var total = picture.total();
        return new Size(
                total.participants(),
                total.objectives().values().stream().mapToLong(Long::longValue).sum(),
                picture.conversations());
    }

    private Size counted(Scope scope, long cycleId) {
        return jdbc.sql("""
                        select count(*) as people, coalesce(sum(pt.live_count), 0) as objectives,
                            coalesce(sum(pt.conversation_count), 0) as talks
                        from participant pt where pt.cycle_id = :cycle and %s""".formatted(scope.condition("pt.person_id")))
                .params(scope.parameters())
                .param("cycle", cycleId)
                // Each conversation is kept by all who took part, and most are between two.
                .query((row, n) ->
                        new Size(row.getLong("people"), row.getLong("objectives"), (row.getLong("talks") + 1) / 2))
                .single();
    }
}
