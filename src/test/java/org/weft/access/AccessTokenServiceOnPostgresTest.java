package org.weft.access;

import org.weft.testing.OnPostgres;

@OnPostgres
class AccessTokenServiceOnPostgresTest extends AccessTokenServiceTest {}
