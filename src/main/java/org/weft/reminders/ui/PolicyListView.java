package org.weft.reminders.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.weft.access.Role;
import org.weft.base.StaleEditException;
import org.weft.base.ui.DraftDialog;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Notifications;
import org.weft.base.ui.ViewHeader;
import org.weft.reminders.policy.PolicyEffects;
import org.weft.reminders.policy.PolicyRow;
import org.weft.reminders.policy.PolicyService;

/** The policies of the house, each with its switch, and one switch for all that ship. */
@Route(PoliciesNavigation.POLICIES)
@Menu(order = 140, icon = "vaadin:alarm", title = "reminders.policies.title")
@RolesAllowed(Role.Names.HR)
@StyleSheet("styles/reminders.css")
class PolicyListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient PolicyService policies;
    private final transient PolicyEffects effects;
    private final transient AudienceSource audiences;
    private final Div cards = new Div();
    private final Button all = new Button();
    private boolean allOn;

    PolicyListView(PolicyService policies, PolicyEffects effects, AudienceSource audiences) {
        this.audiences = audiences;
        this.effects = effects;
        this.policies = policies;
        addClassName("weft-view");
        cards.addClassName("weft-tiles");
        cards.getElement().setAttribute("role", "list");
        all.addClickListener(click -> switchAll());
        var holidays = new Anchor(PoliciesNavigation.HOLIDAYS, getTranslation("reminders.holidays.title"));
        holidays.getElement().setAttribute("router-link", true);
        add(
                new ViewHeader(getTranslation("reminders.policies.title"))
                        .context(getTranslation("reminders.policies.context"))
                        .actions(holidays, all)
                        .primary(new Button(
                                getTranslation("reminders.policies.add"), VaadinIcon.PLUS.create(), click -> add())),
                cards);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        fill();
    }

    private void fill() {
        var rows = policies.list();
        cards.removeAll();
        var words = audiences.words();
        var followed = effects.lately();
        rows.forEach(row -> cards.add(
                new PolicyCard(row, followed.get(row.id()), words, on -> switchTo(row, on), () -> edit(row.id()))));
        allOn = rows.stream().filter(row -> row.starter() != null).allMatch(PolicyRow::active);
        all.setText(getTranslation(allOn ? "reminders.policies.allOff" : "reminders.policies.allOn"));
    }

    private void switchTo(PolicyRow row, boolean on) {
        try {
            policies.switchTo(row.id(), row.version(), on);
            Notifications.success(
                    getTranslation(on ? "reminders.policies.isOn" : "reminders.policies.isOff", titleOf(row)));
        } catch (StaleEditException e) {
            Errors.show(e);
        }
        fill();
    }

    private void switchAll() {
        if (Errors.run(() -> policies.switchStarters(!allOn))) {
            fill();
        }
    }

    private void add() {
        var title = getTranslation("reminders.policies.add");
        DraftDialog.adding(title, getTranslation("base.save"), new PolicyForm(audiences), draft -> {
                    policies.add(draft);
                    fill();
                })
                .open();
    }

    private void edit(long id) {
        var form = new PolicyForm(audiences);
        form.shippedName(titleOf(policies.get(id)));
        DraftDialog.editing(
                        getTranslation("reminders.policies.change"),
                        form,
                        () -> {
                            var row = policies.get(id);
                            return new DraftDialog.Stored<>(titleOf(row), row.version(), row.terms());
                        },
                        (draft, version) -> {
                            policies.save(id, version, draft);
                            fill();
                        })
                .open();
    }

    private String titleOf(PolicyRow row) {
        return getTranslation(row.title().key(), row.title().args().toArray());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reminders.policies.title");
    }
}
