package org.weft.mail;

import org.weft.testing.OnPostgres;

@OnPostgres
class OutboxBulkServiceOnPostgresTest extends OutboxBulkServiceTest {}
