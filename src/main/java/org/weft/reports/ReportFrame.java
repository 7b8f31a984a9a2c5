package org.weft.reports;

import java.time.Instant;
import org.weft.access.Scope;
import org.weft.programs.CycleOption;

/**
 * What a workbook is made for.
 *
 * @param scope whom it may be about
 * @param protect whether groups of few people are to be hidden
 * @param asOf when it is counted
 * @param author who has it made
 * @param version of the product
 */
record ReportFrame(
        ReportKind kind,
        Scope scope,
        boolean protect,
        CycleOption cycle,
        Instant asOf,
        ReportWords words,
        String author,
        String version) {

    long cycleId() {
        return cycle.id();
    }

    /** The same, counted at another moment. */
    ReportFrame at(Instant moment) {
        return new ReportFrame(kind, scope, protect, cycle, moment, words, author, version);
    }

    /** Whom it is about, in words. */
    String reach() {
        return words.of(scope instanceof Scope.Everybody ? "reports.scope.whole" : "reports.scope.line");
    }
}
