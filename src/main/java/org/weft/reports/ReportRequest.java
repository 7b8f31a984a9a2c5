package org.weft.reports;

import java.time.ZoneId;
import java.util.Locale;
import org.weft.workbook.FileFormat;

/**
 * A report somebody wants.
 *
 * @param locale the language it is written in
 * @param zone the zone its moments are shown in
 */
public record ReportRequest(ReportKind kind, long cycleId, FileFormat format, Locale locale, ZoneId zone) {

    /** The workbook, of everybody in the reader's scope. */
    public ReportRequest(ReportKind kind, long cycleId, Locale locale, ZoneId zone) {
        this(kind, cycleId, FileFormat.XLSX, locale, zone);
    }

    /** The same in another format. */
    public ReportRequest as(FileFormat other) {
        return new ReportRequest(kind, cycleId, other, locale, zone);
    }
}
