package org.weft.mail;

import org.weft.testing.OnPostgres;

@OnPostgres
class OutboxOnPostgresTest extends OutboxTest {}
