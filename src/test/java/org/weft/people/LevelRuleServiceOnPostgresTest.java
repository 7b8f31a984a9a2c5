package org.weft.people;

import org.weft.testing.OnPostgres;

@OnPostgres
class LevelRuleServiceOnPostgresTest extends LevelRuleServiceTest {}
