package org.weft.reminders.policy;

import org.weft.testing.OnPostgres;

@OnPostgres
class DigestsCountOnPostgresTest extends DigestsCountTest {}
