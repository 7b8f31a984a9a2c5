package org.weft.reports;

import java.time.ZoneId;
import java.util.Locale;

/**
 * A workbook somebody wants.
 *
 * @param locale the language it is written in
 * @param zone the zone its moments are shown in
 */
public record ReportRequest(ReportKind kind, long cycleId, Locale locale, ZoneId zone) {}
