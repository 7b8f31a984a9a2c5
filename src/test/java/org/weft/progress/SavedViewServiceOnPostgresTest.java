package org.weft.progress;

import org.weft.testing.OnPostgres;

@OnPostgres
class SavedViewServiceOnPostgresTest extends SavedViewServiceTest {}
