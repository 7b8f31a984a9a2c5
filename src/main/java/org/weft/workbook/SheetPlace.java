package org.weft.workbook;

/** A place in the row of sheets: a sheet, or some that come later. */
public sealed interface SheetPlace permits Sheet, LaterSheets {}
