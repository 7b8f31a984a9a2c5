package org.weft.people.imports;

import org.jspecify.annotations.Nullable;
import org.weft.base.Text;

/**
 * Something about a row that HR has to know.
 *
 * @param row its number in the file
 * @param field the field it is about, null for the row as a whole
 * @param value what stands in the cell
 */
public record Remark(int row, @Nullable ImportField field, String value, Severity severity, Text reason) {

    public enum Severity {
        /** The row is left out. */
        PROBLEM,
        /** The row is imported, without this value. */
        WARNING
    }

    static Remark problem(MappedRow row, @Nullable ImportField field, Text reason) {
        return of(row, field, Severity.PROBLEM, reason);
    }

    static Remark warning(MappedRow row, @Nullable ImportField field, Text reason) {
        return of(row, field, Severity.WARNING, reason);
    }

    private static Remark of(MappedRow row, @Nullable ImportField field, Severity severity, Text reason) {
        return new Remark(row.number(), field, field == null ? "" : row.cell(field), severity, reason);
    }
}
