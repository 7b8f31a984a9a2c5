package org.weft.conversations.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weft.access.CurrentUser;
import org.weft.access.Scope;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Formats;
import org.weft.base.ui.QueryState;
import org.weft.base.ui.ViewHeader;
import org.weft.conversations.ConversationFilter;
import org.weft.conversations.OwnPlan;
import org.weft.conversations.OwnPlanService;
import org.weft.objectives.AssignmentRow;
import org.weft.objectives.Measure;
import org.weft.objectives.ui.AssignmentList;
import org.weft.programs.CycleOption;
import org.weft.programs.CycleService;
import org.weft.programs.ui.CyclePicker;

/** The signed-in person's own plan: objectives, conversations, and how far all of it is. */
@Route("my-plan")
@Menu(order = 10, icon = "vaadin:clipboard-user", title = "conversations.my-plan.title")
@PermitAll
@StyleSheet("styles/conversations.css")
class MyPlanView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private final transient OwnPlanService plans;
    private final transient ConversationDialogs dialogs;
    private final @Nullable Long personId;
    private final ToConfirm toConfirm;
    private final ViewHeader header;
    private final PlanSummary summary = new PlanSummary();
    private final AssignmentList objectives;
    private final ConversationList conversations;
    private final @Nullable CyclePicker cycles;
    private QueryState query = QueryState.of(new Location("my-plan"));

    MyPlanView(
            OwnPlanService plans,
            CycleService cycleService,
            CurrentUser currentUser,
            ConversationDialogs dialogs,
            ToConfirm toConfirm,
            AssignmentList objectives,
            ConversationList conversations) {
        this.plans = plans;
        this.dialogs = dialogs;
        this.toConfirm = toConfirm;
        this.objectives = objectives;
        this.conversations = conversations;
        addClassNames("weft-view", "weft-conversations-plan");
        header = new ViewHeader(getTranslation("conversations.my-plan.title"));
        add(header);
        personId = currentUser.personId().orElse(null);
        if (personId == null) {
            cycles = null;
            add(empty("conversations.my-plan.no-person.title", "conversations.my-plan.no-person.text"));
            return;
        }
        cycles = new CyclePicker(cycleService, new Scope.Self(personId));
        cycles.onChosen(cycle -> choose(cycles, personId));
        var log =
                new Button(getTranslation("conversations.log.title"), VaadinIcon.PLUS.create(), event -> log(Set.of()));
        header.primary(log);
        toConfirm.onChange(() -> {
            show(personId);
            if (!toConfirm.isVisible()) {
                // The button that had the focus is gone, and so is all around it.
                log.focus();
            }
        });
        objectives.action(
                getTranslation("conversations.log.title"),
                VaadinIcon.COMMENT_O,
                MyPlanView::countsConversations,
                row -> log(Set.of(row.id())));
        objectives.whenEmpty(
                empty("conversations.my-plan.no-objectives.title", "conversations.my-plan.no-objectives.text"));
        objectives.onChange(() -> show(personId));
        conversations.onChange(() -> show(personId));
        add(
                toConfirm,
                cycles,
                summary,
                section("conversations.my-plan.objectives", objectives),
                section("conversations.my-plan.conversations", conversations));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (cycles != null && personId != null) {
            query = QueryState.of(event.getLocation());
            cycles.show(query);
            toConfirm.show();
            show(personId);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("conversations.my-plan.title");
    }

    private void choose(CyclePicker picker, long personId) {
        query = picker.into(query);
        query.apply(UI.getCurrentOrThrow());
        show(personId);
    }

    private void show(long personId) {
        var cycle = cycles == null ? null : cycles.cycle().orElse(null);
        var plan = cycle == null ? null : plans.in(cycle.id()).orElse(null);
        summary.setVisible(plan != null);
        if (plan != null) {
            summary.show(plan);
        }
        header.context(cycle == null ? "" : context(cycle, plan));
        objectives.show(personId, cycle == null ? -1 : cycle.id());
        conversations.show(
                personId,
                cycle == null
                        ? ConversationFilter.all()
                        : ConversationFilter.between(cycle.startsOn(), cycle.endsOn()));
    }

    private String context(CycleOption cycle, @Nullable OwnPlan plan) {
        var range = Formats.of(this).range(cycle.startsOn(), cycle.endsOn());
        return plan == null
                ? getTranslation("conversations.my-plan.context.none", cycle.label(), range)
                : getTranslation("conversations.my-plan.context", cycle.label(), range, plan.live());
    }

    private void log(Set<Long> assignmentIds) {
        dialogs.log(Set.of(), assignmentIds, () -> {
            if (personId != null) {
                show(personId);
            }
        });
    }

    private static boolean countsConversations(AssignmentRow row) {
        return row.status().isOpen() && row.measure() != Measure.REPORTED;
    }

    private Section section(String title, Div content) {
        var section = new Section(new H2(getTranslation(title)), content);
        section.addClassName("weft-conversations-section");
        return section;
    }

    private EmptyState empty(String title, String text) {
        return new EmptyState(VaadinIcon.CLIPBOARD_USER, getTranslation(title), getTranslation(text));
    }
}
