package org.weft.reminders.policy;

import org.weft.testing.OnPostgres;

@OnPostgres
class ReminderHistoryOnPostgresTest extends ReminderHistoryTest {}
