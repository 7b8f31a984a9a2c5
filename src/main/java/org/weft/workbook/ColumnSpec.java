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
 * @param warning the text that is marked as a warning, or null
 * @param gaps whether empty cells stand out, but for that of the row named as the column
 * @param rule what may be typed into its cells, where the file comes back; null where nobody asks
 * @param hidden whether it is there for formulas, or for who reads the file: a workbook shows it on request, other files
 *     do not have it
 */
public record ColumnSpec<T>(
        String header,
        int width,
        ColumnKind kind,
        Function<? super T, ? extends @Nullable Object> value,
        @Nullable String warning,
        boolean gaps,
        @Nullable CellRule rule,
        boolean hidden) {

    public static <T> ColumnSpec<T> text(String header, Function<? super T, @Nullable String> value) {
        return new ColumnSpec<>(header, 0, ColumnKind.TEXT, value, null, false, null, false);
    }

    public static <T> ColumnSpec<T> integer(String header, Function<? super T, ? extends @Nullable Number> value) {
        return new ColumnSpec<>(header, 0, ColumnKind.INTEGER, value, null, false, null, false);
    }

    public static <T> ColumnSpec<T> decimal(String header, Function<? super T, ? extends @Nullable Number> value) {
        return new ColumnSpec<>(header, 0, ColumnKind.DECIMAL, value, null, false, null, false);
    }

    /** Values are shares: 1 is the whole. */
    public static <T> ColumnSpec<T> percent(String header, Function<? super T, ? extends @Nullable Number> value) {
        return new ColumnSpec<>(header, 0, ColumnKind.PERCENT, value, null, false, null, false);
    }

    public static <T> ColumnSpec<T> date(String header, Function<? super T, @Nullable LocalDate> value) {
        return new ColumnSpec<>(header, 0, ColumnKind.DATE, value, null, false, null, false);
    }

    /** Moments, shown in {@link WorkbookSpec#zone()}. */
    public static <T> ColumnSpec<T> dateTime(String header, Function<? super T, @Nullable Instant> value) {
        return new ColumnSpec<>(header, 0, ColumnKind.DATE_TIME, value, null, false, null, false);
    }

    /** With a fixed width, in characters. */
    public ColumnSpec<T> width(int characters) {
        return new ColumnSpec<>(header, characters, kind, value, warning, gaps, rule, hidden);
    }

    /** The same column of rows that hold what this one reads. */
    public <R> ColumnSpec<R> of(Function<? super R, ? extends T> part) {
        return new ColumnSpec<>(header, width, kind, row -> value.apply(part.apply(row)), warning, gaps, rule, hidden);
    }

    /** Cells with this text stand out. */
    public ColumnSpec<T> warning(String text) {
        return new ColumnSpec<>(header, width, kind, value, text, gaps, rule, hidden);
    }

    /** Empty cells stand out as gaps, but for where a row meets the column of its own name: a matrix of one with the other. */
    public ColumnSpec<T> markingGaps() {
        return new ColumnSpec<>(header, width, kind, value, warning, true, rule, hidden);
    }

    /** The file comes back: this may be typed into its cells. */
    public ColumnSpec<T> rule(CellRule rule) {
        return new ColumnSpec<>(header, width, kind, value, warning, gaps, rule, hidden);
    }

    /** There for formulas, or for who reads the file, alone. */
    public ColumnSpec<T> hide() {
        return new ColumnSpec<>(header, width, kind, value, warning, gaps, rule, true);
    }
}
