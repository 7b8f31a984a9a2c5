package org.weft.base;

import org.h2.api.ErrorCode;
import org.h2.command.Prepared;
import org.h2.command.ddl.CreateTableData;
import org.h2.engine.SessionLocal;
import org.h2.message.DbException;
import org.h2.mvstore.db.MVTable;
import org.h2.mvstore.db.Store;
import org.h2.result.LocalResult;
import org.h2.result.Row;

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
            var changed = rows.currentRowForTable();
            if (same(old, changed)) {
                // Locked already, as every row is before it is changed, and that is what such an update is for.
                continue;
            }
            try {
                updateRow(session, old, changed);
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

    private static boolean same(Row old, Row changed) {
        for (var id = 0; id < old.getColumnCount(); id++) {
            if (!old.getValue(id).equals(changed.getValue(id))) {
                return false;
            }
        }
        return true;
    }

    private boolean keysMove(LocalResult rows) {
        while (rows.next()) {
            var old = rows.currentRowForTable();
            rows.next();
            if (keysMove(old, rows.currentRowForTable())) {
                return true;
            }
        }
        return false;
    }

    /** Whether two rows differ in a column that is part of a key. Plain loops: this is asked for each row written. */
    private boolean keysMove(Row old, Row changed) {
        for (var index : getIndexes()) {
            if (index.getIndexType().isUnique()) {
                for (var column : index.getColumns()) {
                    var id = column.getColumnId();
                    if (!old.getValue(id).equals(changed.getValue(id))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
