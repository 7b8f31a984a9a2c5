package org.weft.reports.downloads;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weft.base.Text;
import org.weft.reports.ReportKind;
import org.weft.workbook.FileFormat;

/**
 * A report an account has asked for, as its list shows it.
 *
 * @param cycle the cycle's name, as it was shown when the workbook was asked for
 * @param filter in words, as they were shown then; empty for none
 * @param rows written so far
 * @param expectedRows about how many there will be
 * @param fileName null until it is there
 * @param size in bytes, 0 until it is there
 * @param problem why there is none, or null
 * @param expiresAt when it is deleted; null while it is under way
 */
public record ReportDownload(
        long id,
        ReportKind kind,
        String cycle,
        FileFormat format,
        String filter,
        DownloadState state,
        long rows,
        long expectedRows,
        @Nullable String fileName,
        long size,
        @Nullable Text problem,
        Instant requestedAt,
        @Nullable Instant expiresAt) {

    /** Whether it failed because its account may not have it. */
    public boolean denied() {
        return problem != null && problem.key().equals(ReportMaker.DENIED);
    }

    /** Whether it failed for a reason that may be gone at the next attempt; else its problem says what there is to know. */
    public boolean brokenOff() {
        return problem != null
                && Set.of(ReportMaker.BROKEN_OFF, ReportMaker.UNEXPECTED).contains(problem.key());
    }

    ReportDownload withheld() {
        return new ReportDownload(
                id,
                kind,
                cycle,
                format,
                filter,
                DownloadState.WITHHELD,
                rows,
                expectedRows,
                fileName,
                size,
                problem,
                requestedAt,
                expiresAt);
    }
}
