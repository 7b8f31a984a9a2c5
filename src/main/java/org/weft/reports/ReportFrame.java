package org.weft.reports;

import java.time.Instant;
import java.util.List;
import org.weft.access.Scope;
import org.weft.programs.CycleOption;
import org.weft.progress.ProgressView;

/**
 * What a workbook is made for.
 *
 * @param scope whom it may be about, and the filter leaves
 * @param protect whether groups of few people are to be hidden
 * @param asOf when it is counted
 * @param author who has it made
 * @param version of the product
 * @param view the filter and the columns somebody chose
 * @param filter in words, a name and a value each
 */
record ReportFrame(
        ReportKind kind,
        Scope scope,
        boolean protect,
        CycleOption cycle,
        Instant asOf,
        ReportWords words,
        String author,
        String version,
        ProgressView view,
        List<String> filter) {

    long cycleId() {
        return cycle.id();
    }

    /** The same, counted at another moment. */
    ReportFrame at(Instant moment) {
        return new ReportFrame(kind, scope, protect, cycle, moment, words, author, version, view, filter);
    }

    /** Whom it is about, in words. */
    String reach() {
        return words.of(scope.whole() instanceof Scope.Everybody ? "reports.scope.whole" : "reports.scope.line");
    }
}
