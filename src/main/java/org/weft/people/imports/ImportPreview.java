package org.weft.people.imports;

import java.util.List;

/** What an import would do to the directory as it was when the preview was made. Nothing is written yet. */
public final class ImportPreview {

    private final ImportRows rows;
    private final ImportOptions options;
    private final ImportPlan plan;

    ImportPreview(ImportRows rows, ImportOptions options, ImportPlan plan) {
        this.rows = rows;
        this.options = options;
        this.plan = plan;
    }

    public ImportOptions options() {
        return options;
    }

    /** The rows this is about, to be previewed again with other options. */
    public ImportRows rows() {
        return rows;
    }

    public ImportCounts counts() {
        return plan.counts();
    }

    /** Everybody who is added, changed or marked as left, in the order of the file. */
    public List<PlannedPerson> people() {
        return plan.people();
    }

    /** Everything HR has to know about rows, in the order of the file, what keeps a row out before what does not. */
    public List<Remark> remarks() {
        return plan.remarks();
    }

    /** Names of teams that are created, after those of all above them. */
    public List<String> newTeams() {
        return plan.newTeams();
    }

    /** Whether {@link #counts} say that something happens and the options let it. */
    public boolean canApply() {
        return counts().changesAnything()
                && (options.problems() == ImportOptions.Problems.LEAVE_OUT || counts().problems() == 0);
    }

    ImportPlan plan() {
        return plan;
    }
}
