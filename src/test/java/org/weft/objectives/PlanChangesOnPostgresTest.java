package org.weft.objectives;

import org.weft.testing.OnPostgres;

@OnPostgres
class PlanChangesOnPostgresTest extends PlanChangesTest {}
