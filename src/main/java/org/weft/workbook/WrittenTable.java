package org.weft.workbook;

import java.util.List;

/**
 * A table as it stands in a workbook.
 *
 * @param sheets the sheets it goes over
 * @param tables its name on each of them, as formulas say it
 * @param columns the names of its columns there
 */
record WrittenTable(List<String> sheets, List<String> tables, List<String> columns) {}
