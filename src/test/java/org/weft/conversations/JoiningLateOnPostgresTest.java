package org.weft.conversations;

import org.weft.testing.OnPostgres;

@OnPostgres
class JoiningLateOnPostgresTest extends JoiningLateTest {}
