package org.weft.reports;

import org.weft.testing.OnPostgres;

@OnPostgres
class CatalogueOnPostgresTest extends CatalogueTest {}
