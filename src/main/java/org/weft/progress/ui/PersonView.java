package org.weft.progress.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.weft.access.Role;
import org.weft.base.NotFoundException;
import org.weft.base.ui.Links;
import org.weft.progress.SavedViewService;

/** A person's page. Whoever is out of scope has none. */
@Route(ProgressNavigation.PERSON + "/:personId([0-9]{1,18})")
@RolesAllowed({Role.Names.HR, Role.Names.MANAGER})
@StyleSheet("styles/progress.css")
class PersonView extends Div implements BeforeEnterObserver, HasDynamicTitle, PersonHost {

    private final PersonPanel panel;
    private final SavedViewService savedViews;
    private String name = "";

    PersonView(PersonPanel panel, SavedViewService savedViews) {
        this.panel = panel;
        this.savedViews = savedViews;
        addClassName("weft-progress-person-page");
        add(panel);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var personId = event.getRouteParameters().getLong("personId").orElseThrow();
        var address = ProgressAddress.of(event.getLocation(), PageViews.in(savedViews));
        try {
            name = panel.show(this, address.person(personId, address.assignmentId()))
                    .name();
        } catch (NotFoundException outOfScope) {
            event.rerouteToError(com.vaadin.flow.router.NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return name;
    }

    @Override
    public void go(ProgressAddress next) {
        var personId = next.personId();
        Links.go(personId == null ? next.href(ProgressNavigation.LIST) : next.pageHref(personId));
    }

    @Override
    public void changed() {
        // The panel is all there is, and it is up to date.
    }

    @Override
    public boolean beside() {
        return false;
    }
}
