package org.weft.reports.subscriptions;

import org.springframework.data.jpa.repository.JpaRepository;

interface SubscriptionRepository extends JpaRepository<Subscription, Long> {

    int countByOwnerId(long ownerId);
}
