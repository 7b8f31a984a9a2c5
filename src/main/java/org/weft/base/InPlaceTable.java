package org.weft.base;

import java.util.Arrays;
import java.util.List;
import org.h2.api.ErrorCode;
import org.h2.command.Prepared;
import org.h2.command.ddl.CreateTableData;
import org.h2.engine.SessionLocal;
import org.h2.index.Index;
import org.h2.message.DbException;
import org.h2.mvstore.db.MVTable;
import org.h2.mvstore.db.Store;
import org.h2.result.LocalResult;
import org.h2.result.Row;
import org.h2.table.Column;

/**
 * A table of H2's own store that updates its rows where they are. What must be unique is still changed as H2 does it:
 * all rows are taken out before the first is put back, so that keys may change places within a statement.
 */
final class InPlaceTable extends MVTable {

    InPlaceTable(CreateTableData data, Store store) {
        super(data, store);
    }

    /** @param rows each row as it was, followed by the same row as it will be */
    @Override
    public void updateRows(Prepared statement, SessionLocal session, LocalResult rows) {
        var keysMove = keysMove(rows);
        rows.reset();
        if (keysMove) {
            super.updateRows(statement, session, rows);
        } else {
            updateInPlace(statement, session, rows);
        }
    }

    private void updateInPlace(Prepared statement, SessionLocal session, LocalResult rows) {
        var before = session.setSavepoint();
        while (rows.next()) {
            statement.checkCanceled();
            var old = rows.currentRowForTable();
            rows.next();
            try {
                updateRow(session, old, rows.currentRowForTable());
            } catch (DbException e) {
                // As H2 has it: somebody else was there first, and the statement is tried again from its beginning.
                if (e.getErrorCode() == ErrorCode.CONCURRENT_UPDATE_1
                        || e.getErrorCode() == ErrorCode.ROW_NOT_FOUND_WHEN_DELETING_1) {
                    session.rollbackTo(before);
                }
                throw e;
            }
        }
    }

    private boolean keysMove(LocalResult rows) {
        var keys = keys();
        while (rows.next()) {
            var old = rows.currentRowForTable();
            rows.next();
            var changed = rows.currentRowForTable();
            if (keys.stream().anyMatch(key -> differ(key, old, changed))) {
                return true;
            }
        }
        return false;
    }

    private List<Column> keys() {
        return getIndexes().stream()
                .filter(index -> index.getIndexType().isUnique())
                .map(Index::getColumns)
                .flatMap(Arrays::stream)
                .distinct()
                .toList();
    }

    private static boolean differ(Column key, Row old, Row changed) {
        return !old.getValue(key.getColumnId()).equals(changed.getValue(key.getColumnId()));
    }
}
