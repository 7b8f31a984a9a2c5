package org.weft.base;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Sets of an enum's constants in a column, as a number: the first constant is 1, the second 2, the third 4. Both databases
 * know the arithmetic, and neither the other's words for bits.
 */
public final class ConstantSet {

    private ConstantSet() {}

    /**
     * SQL for the set of what a column of constants' names holds in the rows of a group; null without any.
     *
     * @param type has at most fourteen constants, for a {@code smallint}
     */
    public static <E extends Enum<E>> String of(Class<E> type, String column) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> "when '" + constant.name() + "' then " + number(constant))
                .collect(Collectors.joining(" ", "sum(distinct case " + column + " ", " end)"));
    }

    /** SQL for whether a set holds a constant. */
    public static String holds(String set, Enum<?> constant) {
        return "mod(" + set + " / " + number(constant) + ", 2) > 0";
    }

    private static int number(Enum<?> constant) {
        return 1 << constant.ordinal();
    }
}
