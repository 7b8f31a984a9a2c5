package org.weft.workbook;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;

/** A place a value is put into: a cell of POI's, or the next one of rows that are streamed. */
interface CellTarget {

    /** @param text fit for a cell */
    void text(CellStyle style, String text);

    void number(CellStyle style, double value);

    /** A cell of POI's. */
    static CellTarget of(Cell cell) {
        return new CellTarget() {
            @Override
            public void text(CellStyle style, String text) {
                cell.setCellValue(text);
                cell.setCellStyle(style);
            }

            @Override
            public void number(CellStyle style, double value) {
                cell.setCellValue(value);
                cell.setCellStyle(style);
            }
        };
    }

    /** Takes what is only measured. */
    static CellTarget none() {
        return new CellTarget() {
            @Override
            public void text(CellStyle style, String text) {}

            @Override
            public void number(CellStyle style, double value) {}
        };
    }
}
