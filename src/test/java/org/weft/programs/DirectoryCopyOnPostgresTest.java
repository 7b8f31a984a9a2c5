package org.weft.programs;

import org.weft.testing.OnPostgres;

@OnPostgres
class DirectoryCopyOnPostgresTest extends DirectoryCopyTest {}
