package org.weft.objectives.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.ConfirmDialogs;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Errors;
import org.weft.base.ui.LongTask;
import org.weft.base.ui.QueryState;
import org.weft.base.ui.ViewHeader;
import org.weft.objectives.AssignResult;
import org.weft.objectives.AssignablePeople;
import org.weft.objectives.AssignmentService;
import org.weft.objectives.LibraryService;
import org.weft.programs.CohortService;
import org.weft.programs.CycleOption;
import org.weft.programs.CycleService;
import org.weft.programs.ui.ProgramsNavigation;

/** Assigns objectives step by step: people, objectives, preview, and then it is done and can be taken back. */
@Route("assign")
@Menu(order = 130, icon = "vaadin:clipboard-check", title = "objectives.assign.title")
@RolesAllowed({Role.Names.HR, Role.Names.MANAGER})
@StyleSheet("styles/objectives.css")
class AssignView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private final transient AssignmentService assignments;
    private final transient CurrentUser currentUser;
    private final transient AssignDraft draft = new AssignDraft();
    private final transient List<AssignStep> steps;
    private final PeopleStep people;
    private final PreviewStep preview;
    private final StepList stepList;
    private final Div content = new Div();
    private final Div footer = new Div();
    private final Span summary = new Span();
    private final Span problem = new Span();
    private final Button back = new Button();
    private final Button next = new Button();
    private QueryState query = QueryState.of(new Location("assign"));
    private int at;
    private boolean done;
    private boolean entering;

    AssignView(
            AssignmentService assignments,
            AssignablePeople assignable,
            LibraryService library,
            CycleService cycles,
            CohortService cohorts,
            CurrentUser currentUser) {
        this.assignments = assignments;
        this.currentUser = currentUser;
        people = new PeopleStep(draft, assignments, assignable, cycles, cohorts, currentUser, this::progressed);
        preview = new PreviewStep(draft, assignments, people, currentUser);
        steps = List.of(people, new ObjectivesStep(draft, library, people, this::progressed), preview);
        stepList = new StepList(this::goTo);
        addClassNames("weft-view", "weft-objectives-assign");
        content.addClassName("weft-objectives-step");
        footer.addClassName("weft-objectives-assign-foot");
        summary.addClassNames("weft-objectives-assign-summary", "weft-numbers");
        summary.getElement().setAttribute("role", "status");
        back.setText(getTranslation("base.back"));
        back.addClickListener(event -> goTo(at - 1));
        next.addThemeVariants(ButtonVariant.PRIMARY);
        next.setDisableOnClick(true);
        next.addClickListener(event -> forward());
        problem.addClassName("weft-objectives-assign-problem");
        problem.getElement().setAttribute("role", "alert");
        footer.add(summary, problem, back, next);
        var header = new ViewHeader(getTranslation("objectives.assign.title"))
                .context(getTranslation("objectives.assign.context"));
        add(header);
        if (cycles.options(currentUser.scope()).isEmpty()) {
            add(noCycle());
        } else {
            add(stepList, content, footer);
        }
    }

    private EmptyState noCycle() {
        var hr = currentUser.has(Role.HR);
        var state = new EmptyState(
                VaadinIcon.CALENDAR_CLOCK,
                getTranslation("objectives.assign.nocycle.title"),
                getTranslation(hr ? "objectives.assign.nocycle.hr" : "objectives.assign.nocycle.manager"),
                hr ? new Component[] {programs()} : new Component[0]);
        return state;
    }

    private Anchor programs() {
        return new Anchor(ProgramsNavigation.programs(), getTranslation("objectives.assign.nocycle.programs"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = QueryState.of(event.getLocation());
        people.choose(query);
        MarkedPeople.take(event.getUI()).ifPresent(people::choose);
        entering = true;
        goTo(0);
        entering = false;
    }

    /** What was chosen is not lost by a click elsewhere. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!done && draft.objectives() > 0) {
            var leaving = event.postpone();
            ConfirmDialogs.askDanger(
                    getTranslation("objectives.assign.leave.title"),
                    getTranslation("objectives.assign.leave.text", draft.objectives()),
                    getTranslation("objectives.assign.leave.confirm"),
                    leaving::proceed);
        }
    }

    private void goTo(int step) {
        at = Math.clamp(step, 0, steps.size() - 1);
        done = false;
        // A step that cannot be entered says why and leaves one where one was.
        if (!Errors.run(steps.get(at)::enter) && at > 0) {
            at--;
            steps.get(at).enter();
        }
        content.removeAll();
        content.add(steps.get(at).content());
        stepList.at(at);
        footer.setVisible(true);
        progressed();
    }

    /** The choice has changed: says what it comes to, and remembers what of it has room in the address. */
    private void progressed() {
        var step = steps.get(at);
        summary.setText(step.summary());
        problem.setText("");
        next.setText(step.next());
        next.setEnabled(true);
        back.setVisible(at > 0);
        var cycle = draft.cycle();
        var changed = query.with("cycle", cycle == null ? null : cycle.id()).with("cohort", draft.cohortId());
        if (!entering && !changed.equals(query)) {
            query = changed;
            query.apply(UI.getCurrentOrThrow());
        }
    }

    private void forward() {
        try {
            var wrong = steps.get(at).problem();
            problem.setText(wrong.orElse(""));
            if (wrong.isPresent()) {
                return;
            }
            var cycle = draft.cycle();
            if (at < steps.size() - 1) {
                goTo(at + 1);
            } else if (cycle != null) {
                assign(cycle);
            }
        } finally {
            next.setEnabled(true);
        }
    }

    private void assign(CycleOption cycle) {
        var request = draft.request(cycle, people.levels());
        LongTask.run(
                getTranslation("objectives.assign.doing"),
                progress -> assignments.assign(currentUser.scope(), request),
                result -> finish(result, cycle));
    }

    private void finish(AssignResult result, CycleOption cycle) {
        done = true;
        content.removeAll();
        content.add(new ResultPanel(
                result,
                cycle.id(),
                () -> assignments.undo(currentUser.scope(), result.batchId()),
                this::again,
                this::backToPreview));
        stepList.at(steps.size());
        footer.setVisible(false);
    }

    /** Other people, and then other objectives. */
    private void again() {
        draft.clear();
        goTo(0);
    }

    /** The same choice once more, to put something right: a new request. */
    private void backToPreview() {
        draft.way(draft.way());
        goTo(1);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("objectives.assign.title");
    }
}
