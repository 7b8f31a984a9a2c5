package org.weft.workbook;

/** A kind of file tables and figures leave the portal as. */
public enum FileFormat {
    /** A workbook of Excel's, with all sheets. */
    XLSX(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** One table as text, for programs and other spreadsheets. */
    CSV(".csv", CsvFiles.CONTENT_TYPE),
    /** Pages to print and to hand on. */
    PDF(".pdf", "application/pdf");

    private final String ending;
    private final String contentType;

    FileFormat(String ending, String contentType) {
        this.ending = ending;
        this.contentType = contentType;
    }

    /** With its point. */
    public String ending() {
        return ending;
    }

    /** What it is, as HTTP and mail say it. */
    public String contentType() {
        return contentType;
    }

    /** The name such a file is saved under: with its ending, and what a file name must not hold replaced. */
    public String fileName(String wanted) {
        return FileNames.clean(wanted, ending);
    }
}
