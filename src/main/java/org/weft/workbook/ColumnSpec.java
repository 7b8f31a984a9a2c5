package org.weft.workbook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a sheet.
 *
 * @param header its heading, in the reader's language
 * @param width characters, or 0 to fit what is written
 * @param value reads a row's cell; null leaves it empty
 */
public record ColumnSpec<T>(
        String header, int width, ColumnKind kind, Function<? super T, ? extends @Nullable Object> value) {

    public static <T> ColumnSpec<T> text(String header, Function<? super T, @Nullable String> value) {
        return new ColumnSpec<>(header, 0, ColumnKind.TEXT, value);
    }

    public static <T> ColumnSpec<T> integer(String header, Function<? super T, ? extends @Nullable Number> value) {
        return new ColumnSpec<>(header, 0, ColumnKind.INTEGER, value);
    }

    public static <T> ColumnSpec<T> decimal(String header, Function<? super T, ? extends @Nullable Number> value) {
        return new ColumnSpec<>(header, 0, ColumnKind.DECIMAL, value);
    }

    /** Values are shares: 1 is the whole. */
    public static <T> ColumnSpec<T> percent(String header, Function<? super T, ? extends @Nullable Number> value) {
        return new ColumnSpec<>(header, 0, ColumnKind.PERCENT, value);
    }

    public static <T> ColumnSpec<T> date(String header, Function<? super T, @Nullable LocalDate> value) {
        return new ColumnSpec<>(header, 0, ColumnKind.DATE, value);
    }

    /** Moments, shown in {@link WorkbookSpec#zone()}. */
    public static <T> ColumnSpec<T> dateTime(String header, Function<? super T, @Nullable Instant> value) {
        return new ColumnSpec<>(header, 0, ColumnKind.DATE_TIME, value);
    }

    /** With a fixed width, in characters. */
    public ColumnSpec<T> width(int characters) {
        return new ColumnSpec<>(header, characters, kind, value);
    }
}
