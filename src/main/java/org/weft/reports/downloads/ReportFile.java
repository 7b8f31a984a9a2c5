package org.weft.reports.downloads;

import java.io.InputStream;

/**
 * A finished workbook, to be handed out.
 *
 * @param size in bytes
 * @param content reads it piece by piece, and fails where it is removed meanwhile
 */
public record ReportFile(String name, long size, InputStream content) {}
