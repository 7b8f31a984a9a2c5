package org.weft.reports;

import java.util.function.Supplier;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.workbook.FileFormat;
import org.weft.workbook.SheetSpec;
import org.weft.workbook.WorkbookSpec;

/** Lays out one kind of workbook. A Spring bean each. */
interface Report {

    ReportKind kind();

    /**
     * About how many rows its tables will have, found out cheaply: by it the workbook is made at once or in the background,
     * and its progress is told. 0 for one that holds nothing but figures.
     */
    long rows(Scope scope, long cycleId);

    /** As {@link #rows}, of the table that is handed out alone. */
    default long tableRows(Scope scope, long cycleId) {
        return rows(scope, cycleId);
    }

    /**
     * The workbook, with rows that are read as it is written: both within one transaction.
     *
     * @throws InvalidInputException if there is nothing in it that may be shown
     */
    Draft draft(ReportFrame frame);

    /**
     * @param name of the file, without its ending
     * @param workbook all of it
     * @param table the one of it that is handed out alone
     * @param print what of it is for paper: figures, and what they mean; counted when asked for
     */
    record Draft(String name, WorkbookSpec workbook, SheetSpec<?> table, Supplier<WorkbookSpec> print) {

        /** What a file of this format is made of. */
        WorkbookSpec spec(FileFormat format) {
            return switch (format) {
                case XLSX -> workbook;
                case CSV -> workbook.with(table);
                case PDF -> print.get();
            };
        }

        /** Without its ending; what holds one table of several says which. */
        String name(FileFormat format) {
            return format == FileFormat.CSV ? name + ", " + table.name() : name;
        }
    }
}
