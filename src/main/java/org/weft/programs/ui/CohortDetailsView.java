package org.weft.programs.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.FilterBar;
import org.weft.base.ui.Links;
import org.weft.base.ui.MoreMenu;
import org.weft.base.ui.QueryState;
import org.weft.base.ui.ViewHeader;
import org.weft.people.Level;
import org.weft.programs.Audience;
import org.weft.programs.CohortDetails;
import org.weft.programs.CohortService;
import org.weft.programs.MemberFilter;
import org.weft.programs.Participants;

/** One cohort and its members. HR adds and removes people; a lead reads. */
@Route("cohort/:cohortId([0-9]{1,18})")
@RolesAllowed({Role.Names.HR, Role.Names.MANAGER})
@StyleSheet("styles/programs.css")
class CohortDetailsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String SEARCH = "q";
    private static final String LEVEL = "level";

    private final transient CohortService cohorts;
    private final transient Participants participants;
    private final transient CurrentUser currentUser;
    private final transient CohortActions actions;
    private final Div head = new Div();
    private final FilterBar filters = new FilterBar();
    private final TextField search;
    private final Select<Level> level = new Select<>();
    private final Button removeMarked = new Button(VaadinIcon.TRASH.create());
    /** Below the list, so that no row moves when the first one is marked. */
    private final Div marked = new Div(removeMarked);

    private final MemberGrid members;
    private final Div empty = new Div();
    private transient @Nullable CohortDetails cohort;
    private QueryState query = QueryState.of(new Location(""));

    CohortDetailsView(
            CohortService cohorts, Participants participants, CurrentUser currentUser, CohortActions actions) {
        this.cohorts = cohorts;
        this.participants = participants;
        this.currentUser = currentUser;
        this.actions = actions;
        addClassName("weft-view");
        search = filters.search(getTranslation("programs.members.search"), "", text -> show(query.with(SEARCH, text)));
        level.setAriaLabel(getTranslation("base.level"));
        level.setItems(Level.values());
        level.setEmptySelectionAllowed(true);
        level.setEmptySelectionCaption(getTranslation("programs.level.all"));
        level.setItemLabelGenerator(
                value -> getTranslation(value == null ? "programs.level.all" : "level." + value.name()));
        level.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                show(query.with(LEVEL, event.getValue()));
            }
        });
        filters.filters(level).onClear(() -> show(query.with(LEVEL, "")));
        members = new MemberGrid();
        members.addSortListener(event -> {
            if (event.isFromClient()) {
                query = query.withSort(event.getSortOrder());
                query.apply(UI.getCurrentOrThrow());
            }
        });
        removeMarked.addClickListener(click -> removeMarked());
        marked.addClassName("weft-programs-bar");
        labelRemove();
        add(head, filters, members, marked, empty);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = QueryState.of(event.getLocation());
        load(event.getRouteParameters().getLong("cohortId").orElseThrow());
        query.sort(members);
    }

    @Override
    public String getPageTitle() {
        return cohort == null ? getTranslation("programs.title") : cohort.name();
    }

    private void load(long id) {
        var found = cohorts.get(currentUser.scope(), id);
        cohort = found;
        head.removeAll();
        head.add(header(found));
        var filled = found.size() > 0;
        filters.setVisible(filled);
        members.setVisible(filled);
        empty.removeAll();
        empty.setVisible(!filled);
        if (!filled) {
            empty.add(emptyState(found));
        }
        members.selectable(mayChange(found), this::labelRemove);
        members.show(
                page -> participants.list(currentUser.scope(), id, filter(), page),
                () -> participants.count(currentUser.scope(), id, filter()),
                found.cycleId());
        refresh();
    }

    private ViewHeader header(CohortDetails found) {
        var back = ProgramsNavigation.link(
                ProgramsNavigation.cycle(found.programId(), found.cycleId()),
                found.programName() + " · " + found.cycleName());
        var header = new ViewHeader(found.name()).before(back).context(CohortWords.context(this, found));
        if (found.size() > 0 && (currentUser.has(Role.HR) || leads(found))) {
            header.actions(new Button(
                    getTranslation("programs.cohort.assign"),
                    VaadinIcon.CLIPBOARD_CHECK.create(),
                    click -> Links.go(Onward.assign(found.cycleId(), found.id()))));
        }
        if (mayChange(found)) {
            addChanges(header, found);
        }
        return header;
    }

    private void addChanges(ViewHeader header, CohortDetails found) {
        var more = new MoreMenu();
        if (found.audience() == Audience.RULE) {
            more.item(getTranslation("programs.members.add"), () -> actions.addPeople(found, this::reload));
        }
        more.item(
                getTranslation("programs.cohort.remove"),
                () -> actions.remove(
                        found, () -> Links.go(ProgramsNavigation.cycle(found.programId(), found.cycleId()))));
        header.actions(
                new Button(
                        getTranslation("base.edit"),
                        VaadinIcon.EDIT.create(),
                        click -> actions.edit(found, this::reload)),
                more);
        if (found.size() > 0) {
            header.primary(fillButton(found));
        }
    }

    private Button fillButton(CohortDetails found) {
        return found.audience() == Audience.RULE
                ? new Button(
                        getTranslation("programs.members.update"),
                        VaadinIcon.REFRESH.create(),
                        click -> actions.updateMembers(found, this::reload))
                : new Button(
                        getTranslation("programs.members.add"),
                        VaadinIcon.PLUS.create(),
                        click -> actions.addPeople(found, this::reload));
    }

    private EmptyState emptyState(CohortDetails found) {
        if (!mayChange(found)) {
            return new EmptyState(
                    VaadinIcon.GROUP,
                    getTranslation("programs.members.empty.title"),
                    getTranslation("programs.members.empty.reader"));
        }
        var byRule = found.audience() == Audience.RULE;
        return new EmptyState(
                VaadinIcon.GROUP,
                getTranslation("programs.members.empty.title"),
                getTranslation(byRule ? "programs.members.empty.rule" : "programs.members.empty.text"),
                fillButton(found));
    }

    private void show(QueryState changed) {
        query = changed;
        query.apply(UI.getCurrentOrThrow());
        refresh();
    }

    private void refresh() {
        var filter = filter();
        search.setValue(filter.search());
        level.setValue(filter.level());
        filters.active(filter.level() == null ? 0 : 1);
        members.deselectAll();
        members.getLazyDataView().refreshAll();
        if (cohort != null) {
            filters.summary(
                    getTranslation("base.people", participants.count(currentUser.scope(), cohort.id(), filter)));
        }
    }

    private void reload() {
        if (cohort != null) {
            load(cohort.id());
        }
    }

    private void labelRemove() {
        var count = members.getSelectedItems().size();
        removeMarked.setText(getTranslation("programs.members.remove", count));
        marked.setVisible(count > 0);
    }

    private void removeMarked() {
        if (cohort != null) {
            actions.removeMembers(cohort, members.selectedIds(), this::reload);
        }
    }

    private MemberFilter filter() {
        return new MemberFilter(
                query.get(SEARCH).orElse(""), query.get(LEVEL, Level.class).orElse(null));
    }

    private boolean mayChange(CohortDetails found) {
        return currentUser.has(Role.HR) && found.programStatus().open();
    }

    private boolean leads(CohortDetails found) {
        return currentUser.personId().filter(id -> id.equals(found.leadId())).isPresent();
    }
}
