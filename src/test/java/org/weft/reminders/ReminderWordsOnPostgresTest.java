package org.weft.reminders;

import org.weft.testing.OnPostgres;

@OnPostgres
class ReminderWordsOnPostgresTest extends ReminderWordsTest {}
