package org.weft.programs.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Links;
import org.weft.base.ui.MoreMenu;
import org.weft.base.ui.QueryState;
import org.weft.base.ui.StatusBadge;
import org.weft.base.ui.ViewHeader;
import org.weft.programs.CohortService;
import org.weft.programs.CycleRow;
import org.weft.programs.ProgramDetails;
import org.weft.programs.ProgramService;
import org.weft.programs.ProgramStatus;

/** One program: what it is for, and its cycles with their cohorts. */
@Route("programs/:programId([0-9]{1,18})")
@RolesAllowed({Role.Names.HR, Role.Names.MANAGER})
@StyleSheet("styles/programs.css")
class ProgramDetailsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ProgramService programs;
    private final transient CohortService cohorts;
    private final transient CurrentUser currentUser;
    private final transient PlanActions actions;
    private transient @Nullable ProgramDetails program;
    private @Nullable QueryState query;

    ProgramDetailsView(ProgramService programs, CohortService cohorts, CurrentUser currentUser, PlanActions actions) {
        this.programs = programs;
        this.cohorts = cohorts;
        this.currentUser = currentUser;
        this.actions = actions;
        addClassName("weft-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = QueryState.of(event.getLocation());
        load(event.getRouteParameters().getLong("programId").orElseThrow());
    }

    @Override
    public String getPageTitle() {
        return program == null ? getTranslation("programs.title") : program.name();
    }

    private void load(long id) {
        var found = programs.get(currentUser.scope(), id);
        program = found;
        removeAll();
        add(header(found), facts(found));
        if (found.status() == ProgramStatus.DRAFT) {
            add(draftNotice(found));
        }
        if (found.cycles().isEmpty()) {
            add(noCycle(found));
        } else {
            add(cycles(found));
        }
    }

    private ViewHeader header(ProgramDetails found) {
        var back = ProgramsNavigation.link(ProgramsNavigation.programs(), getTranslation("programs.title"));
        var header = new ViewHeader(found.name()).before(back);
        if (!hr()) {
            return header;
        }
        var edit = new Button(
                getTranslation("base.edit"),
                VaadinIcon.EDIT.create(),
                click -> actions.editProgram(found.id(), this::reload));
        var more = new MoreMenu();
        for (var to : ProgramStatus.values()) {
            if (found.status().next().contains(to)) {
                more.item(actions.moveLabel(found.status(), to), () -> actions.move(found, to, this::reload));
            }
        }
        if (found.cycles().isEmpty()) {
            more.item(
                    getTranslation("programs.remove"),
                    () -> actions.removeProgram(found, () -> Links.go(ProgramsNavigation.programs())));
        }
        header.actions(edit, more);
        if (found.status().open()) {
            header.primary(new Button(
                    getTranslation("programs.cycle.add"),
                    VaadinIcon.PLUS.create(),
                    click -> actions.addCycle(found.id(), this::open)));
        }
        return header;
    }

    private static Div facts(ProgramDetails found) {
        var facts = new Div(StatusBadge.status(found.status().name()));
        facts.addClassName("weft-programs-facts");
        if (found.ownerName() != null) {
            facts.add(new Span(facts.getTranslation("programs.card.owner", found.ownerName())));
        }
        var all = new Div(facts);
        all.addClassName("weft-programs-about");
        if (!found.purpose().isBlank()) {
            var purpose = new Paragraph(found.purpose());
            purpose.addClassName("weft-programs-text");
            all.add(purpose);
        }
        return all;
    }

    private Div draftNotice(ProgramDetails found) {
        var start = new Button(
                actions.moveLabel(ProgramStatus.DRAFT, ProgramStatus.ACTIVE),
                click -> actions.move(found, ProgramStatus.ACTIVE, this::reload));
        start.addThemeVariants(ButtonVariant.SMALL);
        var notice = new Div(new Span(getTranslation("programs.draft.notice")), start);
        notice.addClassName("weft-banner");
        notice.getElement().setAttribute("role", "status").setAttribute("data-tone", "amber");
        return notice;
    }

    private EmptyState noCycle(ProgramDetails found) {
        if (!hr() || !found.status().open()) {
            return new EmptyState(
                    VaadinIcon.CALENDAR,
                    getTranslation("programs.cycle.empty.title"),
                    getTranslation("programs.cycle.empty.reader"));
        }
        var add = new Button(getTranslation("programs.cycle.add"), click -> actions.addCycle(found.id(), this::open));
        return new EmptyState(
                VaadinIcon.CALENDAR,
                getTranslation("programs.cycle.empty.title"),
                getTranslation("programs.cycle.empty.text"),
                add);
    }

    private Div cycles(ProgramDetails found) {
        var opened = opened(found);
        var all = new Div();
        all.addClassName("weft-programs-cycles");
        var mayChange = hr() && found.status().open();
        for (var cycle : found.cycles()) {
            var section = new CycleSection(
                    cycle,
                    mayChange ? actions : null,
                    () -> cohorts.list(currentUser.scope(), cycle.id()),
                    this::reload);
            section.setOpened(cycle.id() == opened);
            section.addOpenedChangeListener(event -> {
                if (event.isFromClient()) {
                    remember(event.isOpened() ? cycle.id() : null);
                }
            });
            all.add(section);
        }
        return all;
    }

    /** The cycle the address names, else the current one, else the next, else the last. */
    private long opened(ProgramDetails found) {
        var wanted = query == null ? -1 : query.getLong(CyclePicker.PARAMETER).orElse(-1);
        var cycles = found.cycles();
        return cycles.stream()
                .filter(cycle -> cycle.id() == wanted)
                .findFirst()
                .or(() -> cycles.stream()
                        .filter(cycle -> cycle.phase() == CycleRow.Phase.CURRENT)
                        .findFirst())
                .or(() -> cycles.stream()
                        .filter(cycle -> cycle.phase() == CycleRow.Phase.UPCOMING)
                        .reduce((later, earlier) -> earlier))
                .orElse(cycles.getFirst())
                .id();
    }

    private void open(long cycleId) {
        remember(cycleId);
        reload();
    }

    private void remember(@Nullable Long cycleId) {
        if (query != null) {
            query = query.with(CyclePicker.PARAMETER, cycleId == null ? "" : cycleId);
            query.apply(UI.getCurrentOrThrow());
        }
    }

    private void reload() {
        if (program != null) {
            load(program.id());
        }
    }

    private boolean hr() {
        return currentUser.has(Role.HR);
    }
}
