package org.weft.workbook;

import java.time.LocalDate;
import java.util.List;

/**
 * A figure the workbook counts by itself over the rows of its tables, so that it stays true when a reader changes them.
 * Tables are named by {@link SheetSpec#name()}, columns by {@link ColumnSpec#header()}.
 */
public sealed interface Formula {

    /** How many rows meet all conditions. */
    record Count(String table, List<Where> where) implements Formula {
        public Count {
            where = List.copyOf(where);
        }
    }

    /** What a column adds up to over the rows that meet all conditions. */
    record Sum(String table, String column, List<Where> where) implements Formula {
        public Sum {
            where = List.copyOf(where);
        }
    }

    /** Two figures added up. */
    record Plus(Formula first, Formula second) implements Formula {}

    /** A part of a whole; nothing where the whole is nothing. */
    record Share(Formula part, Formula whole) implements Formula {}

    static Formula count(String table, Where... where) {
        return new Count(table, List.of(where));
    }

    static Formula sum(String table, String column, Where... where) {
        return new Sum(table, column, List.of(where));
    }

    default Formula plus(Formula other) {
        return new Plus(this, other);
    }

    default Formula of(Formula whole) {
        return new Share(this, whole);
    }

    /**
     * A condition on a column.
     *
     * @param operator as Excel says it: "=", "&lt;&gt;", "&gt;"
     * @param value text that is taken as it stands, a number, or a day
     */
    record Where(String column, String operator, Object value) {

        /** It holds this text, in any case. Blank text is that of an empty cell. */
        public static Where is(String column, String text) {
            return new Where(column, "=", text);
        }

        /** It holds another text, or none. */
        public static Where isNot(String column, String text) {
            return new Where(column, "<>", text);
        }

        public static Where above(String column, long number) {
            return new Where(column, ">", number);
        }

        public static Where atMost(String column, long number) {
            return new Where(column, "<=", number);
        }

        public static Where on(String column, LocalDate day) {
            return new Where(column, "=", day);
        }

        /** It holds this day or a later one. */
        public static Where since(String column, LocalDate day) {
            return new Where(column, ">=", day);
        }

        /** It holds this day or an earlier one, or a moment on it. */
        public static Where until(String column, LocalDate day) {
            return new Where(column, "<", day.plusDays(1));
        }
    }
}
