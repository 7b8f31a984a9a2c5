package org.weft.workbook;

/** What the cells of a column hold, and how a spreadsheet program shows them. */
public enum ColumnKind {
    /** Always text, also when it looks like a number or a formula. */
    TEXT,
    /** A whole number. */
    INTEGER,
    /** A number with up to two decimal places shown. */
    DECIMAL,
    /** A share: 0.75 shows as 75 %. */
    PERCENT,
    /** A calendar date. */
    DATE,
    /** A moment, shown in the zone of the workbook. */
    DATE_TIME
}
