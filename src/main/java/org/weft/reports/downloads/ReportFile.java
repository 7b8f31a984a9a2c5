package org.weft.reports.downloads;

import java.io.InputStream;
import org.weft.workbook.FileFormat;

/**
 * A finished report, to be handed out.
 *
 * @param size in bytes
 * @param content reads it piece by piece, and fails where it is removed meanwhile
 */
public record ReportFile(String name, FileFormat format, long size, InputStream content) {}
