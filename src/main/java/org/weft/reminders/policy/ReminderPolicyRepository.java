package org.weft.reminders.policy;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ReminderPolicyRepository extends JpaRepository<ReminderPolicy, Long> {

    List<ReminderPolicy> findByStarterNotNull();
}
