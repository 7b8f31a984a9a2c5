package org.weft.progress.roundtrip;

import org.weft.testing.OnPostgres;

@OnPostgres
class EditUploadsOnPostgresTest extends EditUploadsTest {}
