package org.weft.progress.ui;

import java.util.List;
import org.weft.access.CurrentUser;
import org.weft.objectives.PlanChange;
import org.weft.objectives.PlanChanges;
import org.weft.programs.BulkFindings;
import org.weft.programs.BulkProgress;
import org.weft.programs.BulkResult;
import org.weft.programs.BulkRow;
import org.weft.programs.BulkUndone;

/** Changes the open assignments of some people. The scope is asked for at each step. */
record PlanJob(PlanChanges changes, CurrentUser currentUser, List<Long> participantIds) implements BulkJob<PlanChange> {

    @Override
    public BulkFindings preview(PlanChange change, BulkProgress progress) {
        return changes.preview(currentUser.scope(), change, participantIds, progress);
    }

    @Override
    public List<BulkRow> rows(PlanChange change, List<Long> ids) {
        return changes.rows(currentUser.scope(), change, ids);
    }

    @Override
    public BulkResult apply(String requestId, PlanChange change, BulkProgress progress) {
        return changes.apply(currentUser.scope(), requestId, change, participantIds, progress);
    }

    @Override
    public BulkUndone undo(long bulkId, BulkProgress progress) {
        return changes.undo(currentUser.scope(), bulkId, progress);
    }
}
