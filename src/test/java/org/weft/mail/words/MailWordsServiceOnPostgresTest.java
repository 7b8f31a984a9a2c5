package org.weft.mail.words;

import org.weft.testing.OnPostgres;

@OnPostgres
class MailWordsServiceOnPostgresTest extends MailWordsServiceTest {}
