package org.weft.mail;

import org.weft.testing.OnPostgres;

@OnPostgres
class MailServerServiceOnPostgresTest extends MailServerServiceTest {}
