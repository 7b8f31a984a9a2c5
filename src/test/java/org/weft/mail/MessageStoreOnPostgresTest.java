package org.weft.mail;

import org.weft.testing.OnPostgres;

@OnPostgres
class MessageStoreOnPostgresTest extends MessageStoreTest {}
