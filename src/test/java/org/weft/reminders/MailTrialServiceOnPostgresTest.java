package org.weft.reminders;

import org.weft.testing.OnPostgres;

@OnPostgres
class MailTrialServiceOnPostgresTest extends MailTrialServiceTest {}
