package org.weft.people.imports;

import org.weft.testing.OnPostgres;

@OnPostgres
class RealFileImportOnPostgresTest extends RealFileImportTest {}
