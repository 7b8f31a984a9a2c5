package org.weft.reports;

import org.weft.testing.OnPostgres;

@OnPostgres
class FactTallyOnPostgresTest extends FactTallyTest {}
