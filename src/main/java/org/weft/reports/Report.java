package org.weft.reports;

import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.workbook.WorkbookSpec;

/** Lays out one kind of workbook. A Spring bean each. */
interface Report {

    ReportKind kind();

    /**
     * About how many rows its tables will have, found out cheaply: by it the workbook is made at once or in the background,
     * and its progress is told. 0 for one that holds nothing but figures.
     */
    long rows(Scope scope, long cycleId);

    /**
     * The workbook, with rows that are read as it is written: both within one transaction.
     *
     * @throws InvalidInputException if there is nothing in it that may be shown
     */
    Draft draft(ReportFrame frame);

    /** @param fileName without its ending */
    record Draft(String fileName, WorkbookSpec spec) {}
}
