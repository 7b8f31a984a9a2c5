package org.weft.reports.downloads;

import org.weft.reports.ReportRequest;

/**
 * A workbook that is being made.
 *
 * @param run which start this is, from 1: what an earlier one still writes is refused
 */
record Making(long id, int run, long accountId, ReportRequest request) {}
