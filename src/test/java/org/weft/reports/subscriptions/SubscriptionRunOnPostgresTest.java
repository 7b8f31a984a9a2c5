package org.weft.reports.subscriptions;

import org.weft.testing.OnPostgres;

@OnPostgres
class SubscriptionRunOnPostgresTest extends SubscriptionRunTest {}
