package org.weft.reminders.ui;

import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.progress.ui.PersonTab;
import org.weft.reminders.policy.ReminderHistory;

/** What policies came to for a person, on their page. */
@Component
@Order(10)
class RemindersTab implements PersonTab {

    private final ReminderHistory history;
    private final CurrentUser currentUser;

    RemindersTab(ReminderHistory history, CurrentUser currentUser) {
        this.history = history;
        this.currentUser = currentUser;
    }

    @Override
    public String labelKey() {
        return "reminders.person.tab";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.HR);
    }

    @Override
    public Content open() {
        return new PersonReminders(personId -> history.latest(currentUser.scope(), personId));
    }
}
