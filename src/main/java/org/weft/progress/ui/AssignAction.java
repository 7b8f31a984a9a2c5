package org.weft.progress.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.NotFoundException;
import org.weft.base.ui.LongTask;
import org.weft.objectives.AssignablePeople;
import org.weft.objectives.ui.ObjectivesNavigation;

/** Assigns objectives to the participants marked, step by step. */
@Component
@Order(30)
class AssignAction implements ProgressAction {

    private final AssignablePeople assignable;
    private final CurrentUser currentUser;

    AssignAction(AssignablePeople assignable, CurrentUser currentUser) {
        this.assignable = assignable;
        this.currentUser = currentUser;
    }

    @Override
    public String labelKey() {
        return "progress.bulk.assign";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.CLIPBOARD_CHECK;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.HR, Role.MANAGER);
    }

    @Override
    public void open(List<Long> participantIds, Runnable done) {
        var first = participantIds.getFirst();
        var cycleId = assignable
                .cycleOf(currentUser.scope(), first)
                .orElseThrow(() -> new NotFoundException("participant", first));
        LongTask.run(
                UI.getCurrentOrThrow().getTranslation("progress.bulk.looking"),
                progress -> assignable.ofParticipants(currentUser.scope(), cycleId, participantIds, progress::at),
                people -> ObjectivesNavigation.openAssignTo(cycleId, people));
    }
}
