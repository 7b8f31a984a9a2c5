package org.weft.reminders.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.HomeCard;
import org.weft.base.ui.Tile;
import org.weft.reminders.policy.CoachingTask;
import org.weft.reminders.policy.CoachingTasks;

/** Tells a lead who left several reminders unanswered. */
@org.springframework.stereotype.Component
@Order(7)
class CoachingHomeCard implements HomeCard {

    private static final int NAMES = 3;

    private final CoachingTasks tasks;
    private final CurrentUser currentUser;

    CoachingHomeCard(CoachingTasks tasks, CurrentUser currentUser) {
        this.tasks = tasks;
        this.currentUser = currentUser;
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.Names.MANAGER);
    }

    @Override
    public Optional<Component> create() {
        var open = tasks.open(currentUser.scope());
        if (open.isEmpty()) {
            return Optional.empty();
        }
        var ui = UI.getCurrentOrThrow();
        var names = open.stream().limit(NAMES).map(CoachingTask::name).toList();
        return Optional.of(new Tile(VaadinIcon.COMMENTS_O, ui.getTranslation("reminders.coaching.title"))
                .text(ui.getTranslation("reminders.coaching.home", open.size()))
                .text(String.join(", ", names) + (open.size() > NAMES ? " …" : ""))
                .link(PoliciesNavigation.COACHING, ui.getTranslation("reminders.coaching.open")));
    }
}
