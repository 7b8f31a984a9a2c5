package org.weft;

import org.weft.testing.OnPostgres;

@OnPostgres
class KeptFiguresOnPostgresTest extends KeptFiguresTest {}
