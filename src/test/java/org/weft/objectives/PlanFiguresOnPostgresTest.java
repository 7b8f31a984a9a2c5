package org.weft.objectives;

import org.weft.testing.OnPostgres;

@OnPostgres
class PlanFiguresOnPostgresTest extends PlanFiguresTest {}
