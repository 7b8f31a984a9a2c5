package org.weft.reports.subscriptions;

import org.weft.testing.OnPostgres;

@OnPostgres
class SubscriptionServiceOnPostgresTest extends SubscriptionServiceTest {}
