package org.weft.conversations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.weft.access.Role;
import org.weft.base.ui.Formats;
import org.weft.base.ui.HomeCard;
import org.weft.base.ui.ProgressLine;
import org.weft.base.ui.Tile;
import org.weft.conversations.OwnPlan;
import org.weft.conversations.OwnPlanService;

/** On the home page: how far the own plan is, and what is due next. */
@SpringComponent
@Order(10)
class MyObjectivesCard implements HomeCard {

    private final OwnPlanService plans;
    private final ConversationDialogs dialogs;

    MyObjectivesCard(OwnPlanService plans, ConversationDialogs dialogs) {
        this.plans = plans;
        this.dialogs = dialogs;
    }

    @Override
    public Set<String> roles() {
        return Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet());
    }

    @Override
    public Optional<Component> create() {
        return plans.current().map(this::tile);
    }

    private Component tile(OwnPlan plan) {
        var ui = UI.getCurrentOrThrow();
        var formats = Formats.of(ui);
        var tile = new Tile(VaadinIcon.CLIPBOARD_USER, ui.getTranslation("conversations.card.title"));
        if (plan.live() == 0) {
            tile.text(ui.getTranslation("conversations.my-plan.no-objectives.text"));
        } else {
            tile.content(new ProgressLine(
                    plan.progress().doubleValue(),
                    ui.getTranslation("conversations.card.completed", formats.of(plan.completed(), plan.live()))));
            var due = plan.nextDueOn();
            if (due != null) {
                tile.text(ui.getTranslation(
                        due.isBefore(plan.today()) ? "conversations.card.overdue" : "conversations.card.due",
                        formats.date(due),
                        due.isBefore(plan.today())
                                ? formats.overdue(due, plan.today())
                                : formats.relativeDays(due, plan.today())));
            }
        }
        tile.actions(new Button(
                ui.getTranslation("conversations.log.title"),
                VaadinIcon.PLUS.create(),
                event -> dialogs.log(Set.of(), Set.of(), () -> ui.refreshCurrentRoute(false))));
        return tile.link("my-plan", ui.getTranslation("conversations.card.open"));
    }
}
