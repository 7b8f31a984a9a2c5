package org.weft.mail;

import org.weft.testing.OnPostgres;

@OnPostgres
class AttachmentOnPostgresTest extends AttachmentTest {}
