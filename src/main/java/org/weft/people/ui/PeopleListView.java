package org.weft.people.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.NotFoundException;
import org.weft.base.ui.ConfirmDialogs;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Notifications;
import org.weft.base.ui.QueryState;
import org.weft.base.ui.ViewHeader;
import org.weft.mail.UnreachableAddress;
import org.weft.mail.UnreachableAddresses;
import org.weft.people.AddressService;
import org.weft.people.LevelRuleService;
import org.weft.people.PersonDetails;
import org.weft.people.PersonDraft;
import org.weft.people.PersonFilter;
import org.weft.people.PersonFilter.State;
import org.weft.people.PersonService;
import org.weft.people.TeamService;

/** Everybody in the directory, and one of them to be edited beside the list. */
@Route("people")
@Menu(order = 300, icon = "vaadin:users", title = "people.list.title")
@RolesAllowed(Role.Names.HR)
@StyleSheet("styles/people.css")
class PeopleListView extends Div
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle, PersonEditor.Actions {

    private static final String PERSON = "person";

    private final transient PersonService people;
    private final transient TeamService teams;
    private final transient LevelRuleService levels;
    private final transient UnreachableAddresses unreachable;
    private final transient Scope scope;
    private final ViewHeader header = new ViewHeader(getTranslation("people.list.title"));
    private final PeopleFilters filters;
    private final PersonGrid grid;
    private final MailGapBanner mailGap;
    private final MasterDetailLayout layout = new MasterDetailLayout();
    private QueryState query = QueryState.of(new Location("people"));
    private @Nullable PersonEditor editor;

    PeopleListView(
            PersonService people,
            TeamService teams,
            LevelRuleService levels,
            AddressService addresses,
            UnreachableAddresses unreachable,
            CurrentUser currentUser) {
        this.people = people;
        this.teams = teams;
        this.levels = levels;
        this.unreachable = unreachable;
        this.scope = currentUser.scope();
        addClassNames("weft-view", "weft-people-list");
        filters = new PeopleFilters(teams, this::filtered);
        grid = new PersonGrid(
                page -> people.list(scope, filters.filter(), page), page -> people.count(scope, filters.filter()));
        mailGap = new MailGapBanner(addresses, () -> filters.showWithoutEmail(), this::refresh);
        header.actions(
                        new Button(
                                getTranslation("people.team.title"),
                                VaadinIcon.FILE_TREE.create(),
                                event -> openTeams()),
                        new Button(
                                getTranslation("people.import.title"),
                                VaadinIcon.UPLOAD_ALT.create(),
                                event -> askLeave(PeopleNavigation::openImport)))
                .primary(new Button(
                        getTranslation("people.list.add"), VaadinIcon.PLUS.create(), event -> askLeave(this::addNew)));
        grid.addSelectionListener(event -> {
            if (event.isFromClient()) {
                var row = event.getFirstSelectedItem().orElse(null);
                askLeave(() -> select(row == null ? null : row.id()));
            }
        });
        grid.addSortListener(event -> {
            if (event.isFromClient()) {
                address(query.withSort(event.getSortOrder()));
            }
        });
        layout.addClassName("weft-people-layout");
        layout.setMaster(grid);
        layout.setMasterSize("22rem");
        layout.setExpandMaster(true);
        layout.setDetailSize("30rem");
        layout.addBackdropClickListener(event -> close());
        layout.addDetailEscapePressListener(event -> close());
        add(header, mailGap, filters, layout);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = QueryState.of(event.getLocation());
        filters.read(query);
        query.sort(grid);
        refresh();
        var wanted = query.getLong(PERSON);
        show(wanted.isPresent() ? wanted.getAsLong() : null);
    }

    /** What was typed is not lost by a click elsewhere. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (editor != null && editor.dirty()) {
            var leaving = event.postpone();
            discard(leaving::proceed);
        }
    }

    private void filtered() {
        address(filters.write(query));
        refresh();
    }

    private void address(QueryState changed) {
        query = changed;
        query.apply(UI.getCurrentOrThrow());
    }

    private void refresh() {
        var active = people.count(scope, PersonFilter.active());
        var left = people.count(scope, PersonFilter.active().state(State.LEFT));
        header.context(getTranslation("people.list.context", active, left));
        filters.count(people.count(scope, filters.filter()));
        mailGap.refresh();
        grid.setEmptyStateComponent(active + left == 0 ? nobody() : filters.nothingFound());
        grid.getDataProvider().refreshAll();
    }

    private EmptyState nobody() {
        return new EmptyState(
                VaadinIcon.USERS,
                getTranslation("people.list.empty.title"),
                getTranslation("people.list.empty.text"),
                new Button(
                        getTranslation("people.import.title"),
                        VaadinIcon.UPLOAD_ALT.create(),
                        event -> PeopleNavigation.openImport()));
    }

    private void select(@Nullable Long id) {
        address(query.with(PERSON, id));
        show(id);
    }

    private void show(@Nullable Long id) {
        editor = null;
        layout.setDetail(null);
        if (id == null) {
            grid.deselectAll();
        } else {
            try {
                open(people.get(scope, id));
            } catch (NotFoundException e) {
                Errors.show(e);
            }
        }
        grid.detailOpen(layout.getDetail() != null);
    }

    private void open(PersonDetails person) {
        editor = new PersonEditor(person, form(), this);
        layout.setDetail(editor);
        grid.mark(person);
    }

    private void addNew() {
        address(query.with(PERSON, (Object) null));
        grid.deselectAll();
        editor = new PersonEditor(form(), this);
        layout.setDetail(editor);
        grid.detailOpen(true);
        editor.focusFirst();
    }

    private PersonForm form() {
        return new PersonForm(people, teams, levels.get(), scope);
    }

    private void openTeams() {
        new TeamsDialog(teams, people, scope, () -> {
                    filters.reloadTeams();
                    refresh();
                })
                .open();
    }

    private void askLeave(Runnable leave) {
        if (editor == null || !editor.dirty()) {
            leave.run();
        } else {
            discard(leave);
        }
    }

    private void discard(Runnable confirmed) {
        ConfirmDialogs.askDanger(
                getTranslation("base.discard.title"),
                getTranslation("base.discard.text"),
                getTranslation("base.discard.confirm"),
                () -> {
                    editor = null;
                    confirmed.run();
                });
    }

    @Override
    public void add(PersonDraft draft) {
        var id = people.add(draft);
        refresh();
        select(id);
        Notifications.success(
                getTranslation("people.list.added", people.get(scope, id).name()));
    }

    @Override
    public void change(long id, int version, PersonDraft draft) {
        people.save(scope, id, version, draft);
        saved(id, "people.list.saved");
    }

    @Override
    public void leave(long id, int version, @Nullable LocalDate lastDay) {
        people.deactivate(scope, id, version, lastDay);
        saved(id, "people.leave.done");
    }

    @Override
    public void comeBack(long id, int version) {
        people.reactivate(scope, id, version);
        saved(id, "people.back.done");
    }

    private void saved(long id, String key) {
        refresh();
        show(id);
        Notifications.success(getTranslation(key, people.get(scope, id).name()));
    }

    @Override
    public PersonDetails latest(long id) {
        return people.get(scope, id);
    }

    @Override
    public Optional<UnreachableAddress> returned(String email) {
        return unreachable.find(email);
    }

    @Override
    public void sendAgain(long id, String email) {
        unreachable.tryAgain(email);
        saved(id, "people.returned.done");
    }

    @Override
    public void close() {
        askLeave(() -> select(null));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("people.list.title");
    }
}
