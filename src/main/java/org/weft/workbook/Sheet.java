package org.weft.workbook;

/** A sheet of a workbook: a table, a summary with charts, or the sheet that says what all this is. */
public sealed interface Sheet extends SheetPlace permits SheetSpec, SummarySheet, AboutSheet {

    /** The name on its tab; what Excel does not allow there is left out, and names are made unique. */
    String name();
}
