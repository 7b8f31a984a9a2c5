package org.weft.progress.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weft.access.CurrentUser;
import org.weft.programs.BulkFindings;
import org.weft.programs.BulkProgress;
import org.weft.programs.BulkResult;
import org.weft.programs.BulkRow;
import org.weft.programs.BulkUndone;
import org.weft.programs.LeadChanges;

/** Changes who leads some people. The scope is asked for at each step. */
record LeadJob(LeadChanges changes, CurrentUser currentUser, List<Long> participantIds)
        implements BulkJob<LeadForm.Lead> {

    @Override
    public BulkFindings preview(LeadForm.Lead lead, BulkProgress progress) {
        return changes.preview(currentUser.scope(), id(lead), participantIds, progress);
    }

    @Override
    public List<BulkRow> rows(LeadForm.Lead lead, List<Long> ids) {
        return changes.rows(currentUser.scope(), id(lead), ids);
    }

    @Override
    public BulkResult apply(String requestId, LeadForm.Lead lead, BulkProgress progress) {
        return changes.apply(currentUser.scope(), requestId, id(lead), participantIds, progress);
    }

    @Override
    public BulkUndone undo(long bulkId, BulkProgress progress) {
        return changes.undo(currentUser.scope(), bulkId, progress);
    }

    private static @Nullable Long id(LeadForm.Lead lead) {
        return lead.personId() == 0 ? null : lead.personId();
    }
}
