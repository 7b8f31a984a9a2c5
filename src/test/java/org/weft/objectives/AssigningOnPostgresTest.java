package org.weft.objectives;

import org.weft.testing.OnPostgres;

@OnPostgres
class AssigningOnPostgresTest extends AssigningTest {}
