package org.weft.progress.ui;

import java.util.List;
import org.weft.programs.BulkFindings;
import org.weft.programs.BulkProgress;
import org.weft.programs.BulkResult;
import org.weft.programs.BulkRow;
import org.weft.programs.BulkUndone;

/**
 * What a {@link BulkDialog} asks for, about the people it was opened for. Called away from the UI's thread, on behalf of
 * the signed-in account.
 *
 * @param <C> what shall be done, as the fields say it
 */
interface BulkJob<C> {

    BulkFindings preview(C change, BulkProgress progress);

    List<BulkRow> rows(C change, List<Long> participantIds);

    BulkResult apply(String requestId, C change, BulkProgress progress);

    BulkUndone undo(long bulkId, BulkProgress progress);
}
