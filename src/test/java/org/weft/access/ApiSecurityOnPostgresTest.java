package org.weft.access;

import org.weft.testing.OnPostgres;

@OnPostgres
class ApiSecurityOnPostgresTest extends ApiSecurityTest {}
