package org.weft.mail.bounce;

import org.weft.testing.OnPostgres;

@OnPostgres
class RefusalsOnPostgresTest extends RefusalsTest {}
