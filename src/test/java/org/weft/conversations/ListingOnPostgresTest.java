package org.weft.conversations;

import org.weft.testing.OnPostgres;

@OnPostgres
class ListingOnPostgresTest extends ListingTest {}
