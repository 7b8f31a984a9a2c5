package org.weft.reports;

import java.time.ZoneId;
import java.util.Locale;
import org.weft.progress.ProgressView;
import org.weft.workbook.FileFormat;

/**
 * A report somebody wants.
 *
 * @param view of whom, within the reader's scope, and with which columns where it has a row for each of them
 * @param locale the language it is written in
 * @param zone the zone its moments are shown in
 */
public record ReportRequest(
        ReportKind kind, long cycleId, FileFormat format, ProgressView view, Locale locale, ZoneId zone) {

    /** The workbook, of everybody in the reader's scope. */
    public ReportRequest(ReportKind kind, long cycleId, Locale locale, ZoneId zone) {
        this(kind, cycleId, FileFormat.XLSX, ProgressView.ALL, locale, zone);
    }

    /** The same in another format. */
    public ReportRequest as(FileFormat other) {
        return new ReportRequest(kind, cycleId, other, view, locale, zone);
    }

    /** The same of other people, and with other columns. */
    public ReportRequest of(ProgressView other) {
        return new ReportRequest(kind, cycleId, format, other, locale, zone);
    }
}
