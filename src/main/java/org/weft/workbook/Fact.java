package org.weft.workbook;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A name and a value: which filter, by whom, how many.
 *
 * @param value as the kind wants it; null shows as empty
 * @param note what it means, or null
 * @param formula how the workbook counts it by itself, or null; the value is what it comes to
 */
public record Fact(
        String name,
        ColumnKind kind,
        @Nullable Object value,
        @Nullable String note,
        @Nullable Formula formula) {

    public static Fact text(String name, @Nullable String value) {
        return new Fact(name, ColumnKind.TEXT, value, null, null);
    }

    public static Fact integer(String name, @Nullable Number value) {
        return new Fact(name, ColumnKind.INTEGER, value, null, null);
    }

    /** A share: 1 is the whole. */
    public static Fact percent(String name, @Nullable Number value) {
        return new Fact(name, ColumnKind.PERCENT, value, null, null);
    }

    public static Fact date(String name, @Nullable LocalDate value) {
        return new Fact(name, ColumnKind.DATE, value, null, null);
    }

    /** A moment, shown in {@link WorkbookSpec#zone()}. */
    public static Fact dateTime(String name, @Nullable Instant value) {
        return new Fact(name, ColumnKind.DATE_TIME, value, null, null);
    }

    /** How many rows a table of the workbook has; an {@link AboutSheet} puts in what was written. */
    public static Fact rows(String name, String table) {
        return integer(name, null).formula(Formula.count(table));
    }

    public static Fact decimal(String name, @Nullable Number value) {
        return new Fact(name, ColumnKind.DECIMAL, value, null, null);
    }

    public Fact note(String note) {
        return new Fact(name, kind, value, note, formula);
    }

    public Fact formula(@Nullable Formula formula) {
        return new Fact(name, kind, value, note, formula);
    }
}
