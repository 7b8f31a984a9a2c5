package org.weft.progress.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.LongTask;
import org.weft.objectives.PlanChanges;

/** Moves the due dates of the open assignments of the participants marked. */
@Component
@Order(20)
class DueDateAction implements ProgressAction {

    private final PlanChanges changes;
    private final CurrentUser currentUser;

    DueDateAction(PlanChanges changes, CurrentUser currentUser) {
        this.changes = changes;
        this.currentUser = currentUser;
    }

    @Override
    public String labelKey() {
        return "progress.bulk.due";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.CALENDAR_CLOCK;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.HR, Role.MANAGER);
    }

    @Override
    public void open(List<Long> participantIds, Runnable done) {
        LongTask.run(
                UI.getCurrentOrThrow().getTranslation("progress.bulk.looking"),
                progress -> changes.choices(currentUser.scope(), participantIds, progress::at),
                choices -> new BulkDialog<>(
                                participantIds.size(),
                                "progress.bulk.due.",
                                new DueForm(choices),
                                new PlanJob(changes, currentUser, participantIds),
                                done)
                        .open());
    }
}
