package org.weft.workbook;

import java.util.List;

/**
 * A table as it stands in a workbook.
 *
 * @param sheets the sheets it goes over
 * @param tables its name on each of them, as formulas say it
 * @param columns the names of its columns there
 * @param rows how many it was written with, on all sheets together
 */
record WrittenTable(List<String> sheets, List<String> tables, List<String> columns, long rows) {

    long cells() {
        return (rows + sheets.size()) * columns.size();
    }
}
