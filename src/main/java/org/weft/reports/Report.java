package org.weft.reports;

import org.weft.base.InvalidInputException;
import org.weft.workbook.WorkbookSpec;

/** Lays out one kind of workbook. A Spring bean each. */
interface Report {

    ReportKind kind();

    /**
     * The workbook, with rows that are read as it is written: both within one transaction.
     *
     * @throws InvalidInputException if there is nothing in it that may be shown
     */
    Draft draft(ReportFrame frame);

    /** @param fileName without its ending */
    record Draft(String fileName, WorkbookSpec spec) {}
}
