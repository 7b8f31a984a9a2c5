package org.weft.workbook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.jspecify.annotations.Nullable;

/** Says formulas as Excel keeps them: in English, over the tables by name. */
final class FormulaText {

    /** What COUNTIFS takes for a pattern. */
    private static final Pattern WILDCARD = Pattern.compile("[~*?]");

    /** What ends or changes the name of a column within its brackets. */
    private static final Pattern SPECIAL = Pattern.compile("['#\\[\\]]");

    private final Map<String, WrittenTable> tables;

    /** @param tables by the name of their sheet */
    FormulaText(Map<String, WrittenTable> tables) {
        this.tables = tables;
    }

    /** Before the value it comes to, which programs show that do not count themselves. */
    void write(Cell cell, @Nullable Formula formula) {
        if (formula != null) {
            cell.setCellFormula(of(formula));
        }
    }

    /** @throws IllegalArgumentException if there is no such table or column */
    String of(Formula formula) {
        return switch (formula) {
            case Formula.Count(var table, var where) -> over(table, where, "");
            case Formula.Sum(var table, var column, var where) -> over(table, where, column);
            case Formula.Plus(var first, var second) -> of(first) + "+" + of(second);
            case Formula.Share(var part, var whole) -> {
                var all = of(whole);
                yield "IF((%s)=0,\"\",(%s)/(%s))".formatted(all, of(part), all);
            }
        };
    }

    /** How many rows a table was written with, where the formula counts just them; null otherwise. */
    @Nullable Long rows(@Nullable Formula formula) {
        if (formula instanceof Formula.Count(var table, var where) && where.isEmpty()) {
            return written(table).rows();
        }
        return null;
    }

    private WrittenTable written(String table) {
        var written = tables.get(table);
        if (written == null) {
            throw new IllegalArgumentException("There is no table " + table);
        }
        return written;
    }

    /** A table that goes over several sheets is one for each of them. */
    private String over(String table, List<Formula.Where> where, String summed) {
        var written = written(table);
        return written.tables().stream()
                .map(name -> one(name, written, where, summed))
                .collect(Collectors.joining("+"));
    }

    private static String one(String name, WrittenTable table, List<Formula.Where> where, String summed) {
        var conditions = where.stream()
                .map(one -> column(name, table, one.column()) + "," + criterion(one))
                .collect(Collectors.joining(","));
        if (!summed.isEmpty()) {
            var column = column(name, table, summed);
            return where.isEmpty() ? "SUM(" + column + ")" : "SUMIFS(" + column + "," + conditions + ")";
        }
        // Not ROWS: a table without rows has an empty one.
        return where.isEmpty()
                ? "COUNTA(" + column(name, table, table.columns().getFirst()) + ")"
                : "COUNTIFS(" + conditions + ")";
    }

    private static String column(String name, WrittenTable table, String header) {
        if (!table.columns().contains(header)) {
            throw new IllegalArgumentException("There is no column " + header + " in " + name);
        }
        return name + "[" + SPECIAL.matcher(header).replaceAll("'$0") + "]";
    }

    private static String criterion(Formula.Where where) {
        var value = switch (where.value()) {
            case String text -> WILDCARD.matcher(SheetText.fit(text, "")).replaceAll("~$0");
            case LocalDate day -> String.valueOf(CellWriter.serial(day));
            default -> where.value().toString();
        };
        return '"' + (where.operator() + value).replace("\"", "\"\"") + '"';
    }
}
