package org.weft.workbook;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A name and a value: which filter, by whom, how many.
 *
 * @param value as the kind wants it; null shows as empty
 * @param note what it means, or null
 */
public record Fact(
        String name,
        ColumnKind kind,
        @Nullable Object value,
        @Nullable String note) {

    public static Fact text(String name, @Nullable String value) {
        return new Fact(name, ColumnKind.TEXT, value, null);
    }

    public static Fact integer(String name, @Nullable Number value) {
        return new Fact(name, ColumnKind.INTEGER, value, null);
    }

    /** A share: 1 is the whole. */
    public static Fact percent(String name, @Nullable Number value) {
        return new Fact(name, ColumnKind.PERCENT, value, null);
    }

    public static Fact date(String name, @Nullable LocalDate value) {
        return new Fact(name, ColumnKind.DATE, value, null);
    }

    /** A moment, shown in {@link WorkbookSpec#zone()}. */
    public static Fact dateTime(String name, @Nullable Instant value) {
        return new Fact(name, ColumnKind.DATE_TIME, value, null);
    }

    public Fact note(String note) {
        return new Fact(name, kind, value, note);
    }
}
