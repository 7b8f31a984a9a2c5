package org.weft.workbook;

import java.util.List;

/**
 * A table: frozen header, filter buttons, header repeated on every printed page. Rows beyond what a sheet of Excel holds
 * (1,048,575 below the header) go on to further sheets.
 */
public record SheetSpec<T>(String name, List<ColumnSpec<T>> columns, Rows<T> rows) implements Sheet {

    public SheetSpec {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A sheet has columns");
        }
    }

    public SheetSpec(String name, List<ColumnSpec<T>> columns, Iterable<? extends T> rows) {
        this(name, columns, Rows.of(rows));
    }

    SheetSpec<T> counted(RowCount count) {
        return new SheetSpec<>(
                name,
                columns,
                sink -> rows.forEach(row -> {
                    sink.accept(row);
                    count.next();
                }));
    }
}
