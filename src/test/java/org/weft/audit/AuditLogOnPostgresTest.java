package org.weft.audit;

import org.weft.testing.OnPostgres;

@OnPostgres
class AuditLogOnPostgresTest extends AuditLogTest {}
