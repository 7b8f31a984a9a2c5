package org.weft.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.weft.reports.JoinedDepartments.Pair;
import org.weft.workbook.ColumnSpec;
import org.weft.workbook.Formula;
import org.weft.workbook.Formula.Where;
import org.weft.workbook.SheetSpec;

/** The departments against each other, and all pairs of them, and what can be counted over the pairs. */
final class CoverageSheets {

    private static final int CELL_WIDTH = 14;

    private final ReportWords words;
    private final JoinedDepartments joined;

    CoverageSheets(ReportWords words, JoinedDepartments joined) {
        this.words = words;
        this.joined = joined;
    }

    /** A field without a conversation is empty, and stands out. */
    SheetSpec<Integer> matrix() {
        var columns = new ArrayList<ColumnSpec<Integer>>();
        columns.add(ColumnSpec.text(words.of("reports.department"), joined.names()::get));
        for (var other = 0; other < joined.names().size(); other++) {
            var column = other;
            columns.add(ColumnSpec.<Integer>integer(joined.names().get(column), row -> count(row, column))
                    .width(CELL_WIDTH)
                    .markingGaps());
        }
        return new SheetSpec<>(
                words.of("reports.report.coverageMatrix"),
                columns,
                IntStream.range(0, joined.names().size()).boxed().toList());
    }

    private @Nullable Long count(int row, int column) {
        var talks = row == column ? 0 : joined.between(row, column);
        return talks == 0 ? null : talks;
    }

    /** Each pair once, those without a conversation on top. */
    SheetSpec<Pair> allPairs() {
        return new SheetSpec<>(
                words.of("reports.report.pairs"),
                List.of(
                        ColumnSpec.text(one(), pair -> joined.names().get(pair.one())),
                        ColumnSpec.text(other(), pair -> joined.names().get(pair.other())),
                        ColumnSpec.<Pair>text(metColumn(), pair -> words.yesNo(talks(pair) > 0))
                                .warning(words.yesNo(false)),
                        ColumnSpec.integer(words.of("reports.figure.conversations"), this::talks)),
                sink -> {
                    eachPair(false, sink);
                    eachPair(true, sink);
                });
    }

    private void eachPair(boolean met, Consumer<? super Pair> sink) {
        for (var one = 0; one < joined.names().size(); one++) {
            for (var other = one + 1; other < joined.names().size(); other++) {
                if (joined.between(one, other) > 0 == met) {
                    sink.accept(new Pair(one, other));
                }
            }
        }
    }

    private long talks(Pair pair) {
        return joined.between(pair.one(), pair.other());
    }

    Formula departments() {
        return Formula.count(words.of("reports.report.coverageMatrix"));
    }

    Formula pairs() {
        return Formula.count(table());
    }

    Formula met() {
        return Formula.count(table(), Where.is(metColumn(), words.yesNo(true)));
    }

    Formula gaps() {
        return Formula.count(table(), Where.is(metColumn(), words.yesNo(false)));
    }

    Formula pairsOf(String department) {
        return Formula.count(table(), Where.is(one(), department))
                .plus(Formula.count(table(), Where.is(other(), department)));
    }

    Formula metBy(String department) {
        var met = Where.is(metColumn(), words.yesNo(true));
        return Formula.count(table(), Where.is(one(), department), met)
                .plus(Formula.count(table(), Where.is(other(), department), met));
    }

    private String table() {
        return words.of("reports.report.pairs");
    }

    private String one() {
        return words.of("reports.department");
    }

    private String other() {
        return words.of("reports.column.otherDepartment");
    }

    private String metColumn() {
        return words.of("reports.column.met");
    }
}
