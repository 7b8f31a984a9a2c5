package org.weft.programs;

import org.weft.testing.OnPostgres;

@OnPostgres
class LeadChangesOnPostgresTest extends LeadChangesTest {}
