package org.weft.reports.subscriptions;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressView;
import org.weft.reports.ReportKind;
import org.weft.reports.ReportRequest;
import org.weft.workbook.FileFormat;

/**
 * What is subscribed to: all that a {@link ReportRequest} says but for the reader's language and zone, and with a choice of
 * cycles in the place of one. Of program and cycle one is given.
 *
 * @param programId whichever cycle of this program it is time for
 * @param cycleId this cycle
 */
public record SubscribedReport(
        ReportKind kind,
        FileFormat format,
        ProgressView view,
        @Nullable Long programId,
        @Nullable Long cycleId) {

    public SubscribedReport {
        view = kind.of(view);
    }

    /** The workbook, of everybody in the reader's scope. */
    public SubscribedReport(ReportKind kind, @Nullable Long programId, @Nullable Long cycleId) {
        this(kind, FileFormat.XLSX, ProgressView.ALL, programId, cycleId);
    }

    /** The columns somebody chose of what is sent; none for all, and where it has no such columns. */
    public List<ProgressColumn> columns() {
        // On paper there are figures alone.
        return format == FileFormat.PDF ? List.of() : view.columns();
    }

    /** The report about a cycle that it comes to, for a reader. */
    ReportRequest request(long chosenCycleId, Locale language, ZoneId zone) {
        return new ReportRequest(kind, chosenCycleId, format, view, language, zone);
    }
}
