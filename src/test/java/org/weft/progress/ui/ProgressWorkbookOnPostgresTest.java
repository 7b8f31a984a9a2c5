package org.weft.progress.ui;

import org.weft.testing.OnPostgres;

@OnPostgres
class ProgressWorkbookOnPostgresTest extends ProgressWorkbookTest {}
