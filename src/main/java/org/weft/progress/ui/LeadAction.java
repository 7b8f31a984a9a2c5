package org.weft.progress.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.people.PersonService;
import org.weft.people.ui.PersonPicker;
import org.weft.programs.LeadChanges;

/** Gives the participants marked to another lead. */
@Component
@Order(50)
class LeadAction implements ProgressAction {

    private final LeadChanges changes;
    private final PersonService people;
    private final CurrentUser currentUser;

    LeadAction(LeadChanges changes, PersonService people, CurrentUser currentUser) {
        this.changes = changes;
        this.people = people;
        this.currentUser = currentUser;
    }

    @Override
    public String labelKey() {
        return "progress.bulk.lead";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.USER_STAR;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.HR, Role.MANAGER);
    }

    @Override
    public void open(List<Long> participantIds, Runnable done) {
        var label = UI.getCurrentOrThrow().getTranslation("progress.bulk.lead.label");
        new BulkDialog<>(
                        participantIds.size(),
                        "progress.bulk.lead.",
                        new LeadForm(new PersonPicker(label, people, currentUser.scope())),
                        new LeadJob(changes, currentUser, participantIds),
                        done)
                .open();
    }
}
