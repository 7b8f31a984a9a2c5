package org.weft.base;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An update of columns by what stands in the row and what the statement's parameters say. In expressions {@code k} is
 * the table's row.
 */
public final class ColumnUpdate {

    private final String table;
    private final Map<String, String> columns;

    ColumnUpdate(String table, Map<String, String> columns) {
        this.table = table;
        this.columns = columns;
    }

    /** Of no column yet. */
    public static ColumnUpdate of(String table) {
        return new ColumnUpdate(table, Map.of());
    }

    /** A further column, with the expression it is set to. */
    public ColumnUpdate set(String column, String expression) {
        var more = new LinkedHashMap<>(columns);
        more.put(column, expression);
        return new ColumnUpdate(table, more);
    }

    /** The columns of this and of another one of the same table. */
    public ColumnUpdate and(ColumnUpdate other) {
        var all = new LinkedHashMap<>(columns);
        all.putAll(other.columns);
        return new ColumnUpdate(table, all);
    }

    /** The statement, of the rows a condition names. */
    public String where(String condition) {
        return set() + " where " + condition;
    }

    String set() {
        return columns.entrySet().stream()
                .map(column -> column.getKey() + " = " + column.getValue())
                .collect(Collectors.joining(", ", "update " + table + " k set ", ""));
    }
}
