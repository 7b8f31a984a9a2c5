package org.weft.reports.downloads;

import org.weft.testing.OnPostgres;

@OnPostgres
class ReportDownloadsOnPostgresTest extends ReportDownloadsTest {}
