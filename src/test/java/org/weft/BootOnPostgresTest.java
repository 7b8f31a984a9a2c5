package org.weft;

import org.weft.testing.OnPostgres;

@OnPostgres
class BootOnPostgresTest extends BootTest {}
