package org.weft.reminders;

import org.weft.testing.OnPostgres;

@OnPostgres
class ReminderServiceOnPostgresTest extends ReminderServiceTest {}
