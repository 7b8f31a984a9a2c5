package org.weft.access;

import org.weft.testing.OnPostgres;

@OnPostgres
class AccountServiceOnPostgresTest extends AccountServiceTest {}
