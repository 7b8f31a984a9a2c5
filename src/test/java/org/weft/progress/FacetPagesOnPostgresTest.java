package org.weft.progress;

import org.weft.testing.OnPostgres;

@OnPostgres
class FacetPagesOnPostgresTest extends FacetPagesTest {}
