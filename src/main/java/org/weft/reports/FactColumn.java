package org.weft.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.weft.workbook.ColumnSpec;

/**
 * A field programs read: under one name in JSON, CSV and .xlsx. The name is part of the interface, like a path.
 *
 * @param cell as it stands in a file; its heading is the name
 * @param json as it stands in JSON: text, a number, true or false, a list of such, or null
 */
record FactColumn<T>(ColumnSpec<T> cell, Function<? super T, ? extends @Nullable Object> json) {

    private static final String BETWEEN = "; ";

    String name() {
        return cell.header();
    }

    static <T> FactColumn<T> text(String name, Function<? super T, @Nullable String> value) {
        return new FactColumn<>(ColumnSpec.text(name, value), value);
    }

    /** The name of a constant, whatever the language. */
    static <T> FactColumn<T> code(String name, Function<? super T, ? extends Enum<?>> value) {
        return text(name, fact -> value.apply(fact).name());
    }

    static <T> FactColumn<T> whole(String name, ToLongFunction<? super T> value) {
        return new FactColumn<>(ColumnSpec.integer(name, value::applyAsLong), value::applyAsLong);
    }

    /** 0 to 1. */
    static <T> FactColumn<T> share(String name, Function<? super T, Double> value) {
        return new FactColumn<>(ColumnSpec.percent(name, value), value);
    }

    static <T> FactColumn<T> date(String name, Function<? super T, @Nullable LocalDate> value) {
        return new FactColumn<>(ColumnSpec.date(name, value), fact -> iso(value.apply(fact)));
    }

    /** In UTC. */
    static <T> FactColumn<T> moment(String name, Function<? super T, @Nullable Instant> value) {
        return new FactColumn<>(ColumnSpec.dateTime(name, value), fact -> iso(value.apply(fact)));
    }

    static <T> FactColumn<T> flag(String name, Predicate<? super T> value) {
        return new FactColumn<>(ColumnSpec.text(name, fact -> Boolean.toString(value.test(fact))), value::test);
    }

    /** In a file all of them stand in one cell. */
    static <T> FactColumn<T> list(String name, Function<? super T, ? extends List<?>> values) {
        return new FactColumn<>(
                ColumnSpec.text(
                        name,
                        fact -> values.apply(fact).stream().map(String::valueOf).collect(Collectors.joining(BETWEEN))),
                values);
    }

    private static @Nullable String iso(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
