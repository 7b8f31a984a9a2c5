package org.weft.base;

import org.h2.api.TableEngine;
import org.h2.command.ddl.CreateTableData;
import org.h2.table.Table;
import org.h2.value.DataType;

/**
 * Has H2 write, of a row that is updated, those indexes only in which it changes ({@link InPlaceTable}). By itself H2
 * takes the row out of every index of its table and puts it in again: a participant is in more than twenty.
 *
 * <p>H2 makes its tables by this class where a connection says {@code DEFAULT_TABLE_ENGINE} and its name, also
 * those that were there before. Nothing of it is kept in the file, which opens without it as well.
 *
 * @see <a href="file:docs/decisions/035-h2-updates-in-place.md">decision 035</a>
 */
public final class InPlaceTableEngine implements TableEngine {

    /** For H2, which finds the class by its name. */
    public InPlaceTableEngine() {}

    @Override
    public Table createTable(CreateTableData data) {
        var store = data.session.getDatabase().getStore();
        // Large objects are discarded on a rollback by a table that the store itself has made.
        return data.temporary || holdsLargeObjects(data) ? store.createTable(data) : new InPlaceTable(data, store);
    }

    private static boolean holdsLargeObjects(CreateTableData data) {
        return data.columns.stream()
                .anyMatch(column -> DataType.isLargeObject(column.getType().getValueType()));
    }
}
