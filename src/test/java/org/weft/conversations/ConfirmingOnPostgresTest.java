package org.weft.conversations;

import org.weft.testing.OnPostgres;

@OnPostgres
class ConfirmingOnPostgresTest extends ConfirmingTest {}
