package org.weft.people.imports;

import org.weft.testing.OnPostgres;

@OnPostgres
class ImportServiceOnPostgresTest extends ImportServiceTest {}
