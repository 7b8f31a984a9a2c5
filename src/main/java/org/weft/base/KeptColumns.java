package org.weft.base;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.weft.base.KeptFigure.Example;
import org.weft.base.KeptFigure.Finding;

/**
 * Columns of a table that are worked out from elsewhere, with the statement that does it. The write that keeps them, the
 * check that proves them and the repair are made of the same words, so that they cannot say different things.
 *
 * <p>In expressions {@code k} is the table's row and {@code f} what was worked out for it.
 */
public final class KeptColumns {

    private final String table;
    private final String source;
    private final Map<String, String> columns;

    /** Writes are many and of few kinds: putting one together takes longer than what it does to a row. */
    private final Map<String, String> updates = new ConcurrentHashMap<>();

    private KeptColumns(String table, String source, Map<String, String> columns) {
        this.table = table;
        this.source = source;
        this.columns = columns;
    }

    /**
     * @param table has a key {@code id}
     * @param source selects {@code id} and what is worked out for it; {@code %s} stands for the condition on its rows
     * @param columns those the source names as the table does
     */
    public static KeptColumns of(String table, String source, String... columns) {
        var same = new LinkedHashMap<String, String>();
        for (var column : columns) {
            same.put(column, "f." + column);
        }
        return new KeptColumns(table, source, same);
    }

    /** A further column, with the expression it is worked out by. */
    public KeptColumns and(String column, String expression) {
        var more = new LinkedHashMap<>(columns);
        more.put(column, expression);
        return new KeptColumns(table, source, more);
    }

    /**
     * What proves them.
     *
     * @param recount works out and writes rows by their ids, as the writes do that keep them
     */
    public KeptFigure figure(String name, Text title, Text explanation, JdbcClient jdbc, Consumer<List<Long>> recount) {
        return new KeptFigure(name, title, explanation, () -> check(jdbc), () -> {
            var wrong = differing(jdbc);
            recount.accept(wrong);
            return wrong.size();
        });
    }

    /** The statement that works out and writes the rows a condition names. Lock them first: it counts what it sees. */
    public String update(String condition) {
        return updates.computeIfAbsent(
                condition,
                rows -> new ColumnUpdate(table, columns).set() + " from (" + source.formatted(rows)
                        + ") f where f.id = k.id");
    }

    /** The ids of the rows that differ among those a condition names, in ascending order. */
    public List<Long> differing(JdbcClient jdbc, String condition, Map<String, ?> parameters) {
        return jdbc.sql("select k.id" + compared(condition) + " where " + differs() + " order by k.id")
                .params(parameters)
                .query(Long.class)
                .list();
    }

    /** As {@link #differing(JdbcClient, String, Map)}, of all rows. */
    public List<Long> differing(JdbcClient jdbc) {
        return differing(jdbc, "true", Map.of());
    }

    /** Compares all rows in one statement; a second one, where some differ, fetches the first of them. */
    private Finding check(JdbcClient jdbc) {
        var counted = jdbc.sql("select count(*), count(case when " + differs() + " then 1 end)" + compared("true"))
                .query((row, n) -> new Finding(row.getLong(1), row.getLong(2), List.of()))
                .single();
        return counted.equal() ? counted : new Finding(counted.rows(), counted.differing(), examples(jdbc));
    }

    private List<Example> examples(JdbcClient jdbc) {
        var shown = columns.entrySet().stream()
                .map(column -> ", k." + column.getKey() + ", " + column.getValue())
                .collect(Collectors.joining());
        return jdbc.sql("select k.id" + shown + compared("true") + " where " + differs() + " order by k.id fetch first "
                        + KeptFigure.EXAMPLES + " rows only")
                .query((row, n) -> example(row))
                .list();
    }

    private Example example(ResultSet row) throws SQLException {
        var kept = new ArrayList<String>();
        var expected = new ArrayList<String>();
        var at = 2;
        for (var column : columns.keySet()) {
            if (!same(row.getObject(at), row.getObject(at + 1))) {
                kept.add(column + " " + row.getString(at));
                expected.add(column + " " + row.getString(at + 1));
            }
            at += 2;
        }
        return new Example(table + " " + row.getLong(1), String.join(", ", kept), String.join(", ", expected));
    }

    /** Databases give a count another type than the column it is kept in. */
    private static boolean same(@Nullable Object kept, @Nullable Object expected) {
        return kept instanceof Number && expected instanceof Number
                ? new BigDecimal(kept.toString()).compareTo(new BigDecimal(expected.toString())) == 0
                : Objects.equals(kept, expected);
    }

    private String compared(String condition) {
        return " from (" + source.formatted(condition) + ") f join " + table + " k on k.id = f.id";
    }

    private String differs() {
        return columns.keySet().stream().collect(Collectors.joining(", k.", "(k.", ")")) + " is distinct from "
                + columns.values().stream().collect(Collectors.joining(", ", "(", ")"));
    }
}
