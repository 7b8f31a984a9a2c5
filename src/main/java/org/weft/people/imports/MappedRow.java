package org.weft.people.imports;

/** A row of the file, of which only the mapped columns are kept. */
public final class MappedRow {

    private final int number;
    private final boolean surplus;
    private final String[] cells;

    MappedRow(int number, boolean surplus, String[] cells) {
        this.number = number;
        this.surplus = surplus;
        this.cells = cells;
    }

    /** Its number in the file, from 1, as a spreadsheet program shows it. */
    public int number() {
        return number;
    }

    /** As it stands in the file, without blanks around it; empty where the field is not mapped. */
    public String cell(ImportField field) {
        return cells[field.ordinal()];
    }

    /** Whether the row has more cells than the header has columns. */
    boolean surplus() {
        return surplus;
    }
}
