package org.weft.programs.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import org.springframework.data.domain.PageRequest;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.DraftDialog;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.FilterBar;
import org.weft.base.ui.Notifications;
import org.weft.base.ui.QueryState;
import org.weft.base.ui.ViewHeader;
import org.weft.programs.ProgramFilter;
import org.weft.programs.ProgramService;
import org.weft.programs.ProgramStatus;

/** The programs, as cards. HR plans them; a manager reads those that concern the own people. */
@Route("programs")
@Menu(order = 110, icon = "vaadin:calendar-user", title = "programs.title")
@RolesAllowed({Role.Names.HR, Role.Names.MANAGER})
@StyleSheet("styles/programs.css")
class ProgramListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String SEARCH = "q";
    private static final String STATUS = "status";
    private static final int PAGE = 30;

    private final transient ProgramService programs;
    private final transient CurrentUser currentUser;
    private final transient DirectoryPickers pickers;
    private final TextField search;
    private final Select<ProgramStatus> status = new Select<>();
    private final FilterBar filters = new FilterBar();
    private final Div cards = PlanCard.list();
    private final Button more = new Button();
    private final ViewHeader header = new ViewHeader(getTranslation("programs.title"));
    private QueryState query = QueryState.of(new Location(ProgramsNavigation.programs()));
    private int shown;

    ProgramListView(ProgramService programs, CurrentUser currentUser, DirectoryPickers pickers) {
        this.programs = programs;
        this.currentUser = currentUser;
        this.pickers = pickers;
        addClassName("weft-view");

        search = filters.search(getTranslation("programs.search"), "", text -> show(query.with(SEARCH, text)));
        status.setAriaLabel(getTranslation("base.status"));
        status.setItems(ProgramStatus.values());
        status.setEmptySelectionAllowed(true);
        status.setEmptySelectionCaption(getTranslation("programs.filter.notArchived"));
        status.setItemLabelGenerator(value -> value == null
                ? getTranslation("programs.filter.notArchived")
                : getTranslation("status." + value.name()));
        status.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                show(query.with(STATUS, event.getValue()));
            }
        });
        filters.filters(status).onClear(() -> show(query.with(STATUS, "")));
        more.addClassName("weft-programs-more");
        more.addClickListener(click -> addPage());

        header.context(getTranslation(hr() ? "programs.context.hr" : "programs.context.manager"));
        if (hr()) {
            var add = new Button(getTranslation("programs.add"), VaadinIcon.PLUS.create(), click -> add());
            header.primary(add);
        }
        add(header, filters, cards, more);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = QueryState.of(event.getLocation());
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("programs.title");
    }

    private void show(QueryState changed) {
        query = changed;
        query.apply(UI.getCurrentOrThrow());
        refresh();
    }

    private void refresh() {
        var filter = filter();
        search.setValue(filter.search());
        status.setValue(filter.status());
        filters.active(filter.status() == null ? 0 : 1);
        cards.removeAll();
        shown = 0;
        addPage();
    }

    private void addPage() {
        var filter = filter();
        var scope = currentUser.scope();
        var total = programs.count(scope, filter);
        programs.list(scope, filter, PageRequest.of(shown / PAGE, PAGE))
                .forEach(row -> cards.add(new ProgramCard(row)));
        shown = Math.min(shown + PAGE, total);
        more.setText(getTranslation("programs.more", total - shown));
        more.setVisible(shown < total);
        filters.summary(getTranslation("programs.total", total));
        if (total == 0) {
            cards.add(empty(filter));
        }
    }

    private EmptyState empty(ProgramFilter filter) {
        if (!filter.equals(ProgramFilter.NONE)) {
            return new EmptyState(
                    VaadinIcon.SEARCH,
                    getTranslation("programs.empty.filter.title"),
                    getTranslation("programs.empty.filter.text"),
                    new Button(
                            getTranslation("base.filters.clear"),
                            click -> show(query.with(SEARCH, "").with(STATUS, ""))));
        }
        if (hr()) {
            return new EmptyState(
                    VaadinIcon.CALENDAR_USER,
                    getTranslation("programs.empty.hr.title"),
                    getTranslation("programs.empty.hr.text"),
                    new Button(getTranslation("programs.add"), click -> add()));
        }
        return new EmptyState(
                VaadinIcon.CALENDAR_USER,
                getTranslation("programs.empty.manager.title"),
                getTranslation("programs.empty.manager.text"));
    }

    private ProgramFilter filter() {
        return new ProgramFilter(
                query.get(SEARCH).orElse(""),
                query.get(STATUS, ProgramStatus.class).orElse(null));
    }

    private boolean hr() {
        return currentUser.has(Role.HR);
    }

    private void add() {
        var start = new RadioButtonGroup<ProgramStatus>(getTranslation("programs.form.start"));
        start.setItems(ProgramStatus.ACTIVE, ProgramStatus.DRAFT);
        start.setItemLabelGenerator(value -> getTranslation("programs.form.start." + value.name()));
        start.setValue(ProgramStatus.ACTIVE);
        var form = new ProgramForm(pickers);
        form.add(start, 2);
        DraftDialog.adding(getTranslation("programs.add"), getTranslation("programs.add"), form, draft -> {
                    var id = programs.add(draft, Objects.requireNonNull(start.getValue()));
                    Notifications.success(getTranslation("programs.added", draft.name()));
                    ProgramsNavigation.openProgram(id);
                })
                .open();
    }
}
