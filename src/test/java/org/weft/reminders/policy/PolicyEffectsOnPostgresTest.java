package org.weft.reminders.policy;

import org.weft.testing.OnPostgres;

@OnPostgres
class PolicyEffectsOnPostgresTest extends PolicyEffectsTest {}
