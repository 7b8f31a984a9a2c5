package org.weft.reminders.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Notifications;
import org.weft.base.ui.PersonLabel;
import org.weft.base.ui.ViewHeader;
import org.weft.progress.ui.ProgressNavigation;
import org.weft.reminders.policy.CoachingTask;
import org.weft.reminders.policy.CoachingTasks;

/** The people a lead should have a word with, as reminders by mail did not reach them. */
@Route(PoliciesNavigation.COACHING)
@RolesAllowed(Role.Names.MANAGER)
@StyleSheet("styles/reminders.css")
class CoachingView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient CoachingTasks tasks;
    private final transient CurrentUser currentUser;
    private final Div list = new Div();

    CoachingView(CoachingTasks tasks, CurrentUser currentUser) {
        this.tasks = tasks;
        this.currentUser = currentUser;
        addClassName("weft-view");
        list.addClassName("weft-coaching");
        add(
                new ViewHeader(getTranslation("reminders.coaching.title"))
                        .context(getTranslation("reminders.coaching.context")),
                list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        fill();
    }

    private void fill() {
        list.removeAll();
        var open = tasks.open(currentUser.scope());
        list.getElement().setAttribute("role", "list");
        open.forEach(task -> list.add(item(task)));
        if (open.isEmpty()) {
            list.getElement().removeAttribute("role");
            list.add(new EmptyState(
                    VaadinIcon.COMMENTS_O,
                    getTranslation("reminders.coaching.none.title"),
                    getTranslation("reminders.coaching.none.text")));
        }
    }

    private Div item(CoachingTask task) {
        var person = new Anchor(
                ProgressNavigation.person(task.personId(), task.cycleId()),
                new PersonLabel(task.name(), task.program() + " · " + task.cycle()));
        person.getElement().setAttribute("router-link", true);
        var why = new Span(getTranslation(
                "reminders.coaching.why", task.reminders(), Formats.of(this).date(task.since())));
        var done =
                new Button(getTranslation("reminders.coaching.done"), VaadinIcon.CHECK.create(), click -> done(task));
        done.setAriaLabel(getTranslation("reminders.coaching.done.label", task.name()));
        var item = new Div(person, why, done);
        item.addClassName("weft-coaching-item");
        item.getElement().setAttribute("role", "listitem");
        return item;
    }

    private void done(CoachingTask task) {
        Errors.run(() -> {
            var at = tasks.done(task.participantId());
            Notifications.success(
                    getTranslation("reminders.coaching.isDone", task.name()), getTranslation("base.undo"), () -> {
                        tasks.reopen(task.participantId(), at);
                        fill();
                    });
        });
        fill();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reminders.coaching.title");
    }
}
