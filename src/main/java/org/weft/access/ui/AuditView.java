package org.weft.access.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.weft.access.CurrentUser;
import org.weft.access.PersonDirectory;
import org.weft.access.Role;
import org.weft.audit.AuditFilter;
import org.weft.audit.AuditLog;
import org.weft.audit.AuditRow;
import org.weft.base.ui.FilterBar;
import org.weft.base.ui.QueryState;
import org.weft.base.ui.ViewHeader;

/** Who did what, when, to whom: the trail, newest first. */
@Route("audit")
@Menu(order = 340, icon = "vaadin:records", title = "access.audit.title")
@RolesAllowed({Role.Names.HR, Role.Names.ADMIN})
class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String ACTOR = "q";
    private static final String ACTION = "action";
    private static final String PERSON = "person";
    private static final String FROM = "from";
    private static final String TO = "to";

    private final transient AuditLog log;
    private final transient PersonDirectory people;
    private final transient CurrentUser currentUser;
    private final FilterBar filters = new FilterBar();
    private final TextField actor;
    private final AuditFilters fields;
    private final AuditGrid grid = new AuditGrid();
    private QueryState query = QueryState.of(new Location("audit"));

    AuditView(AuditLog log, PersonDirectory people, CurrentUser currentUser) {
        this.log = log;
        this.people = people;
        this.currentUser = currentUser;
        addClassName("weft-view");
        actor = filters.search(getTranslation("access.audit.actor"), "", name -> show(filter().withActor(name)));
        fields = new AuditFilters(log.actions(), people, this::filter, this::show);
        filters.filters(fields.components())
                .onClear(() -> show(AuditFilter.everything(filter().zone()).withActor(filter().actor())));
        grid.setItemsPageable(this::page, page -> log.count(filter()));
        add(
                new ViewHeader(getTranslation("access.audit.title")).context(getTranslation("access.audit.context")),
                filters,
                grid);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = QueryState.of(event.getLocation());
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("access.audit.title");
    }

    private List<AuditGrid.Entry> page(Pageable page) {
        var rows = log.list(filter(), page);
        var names = people.names(rows.stream()
                .map(AuditRow::personId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return rows.stream()
                .map(row -> new AuditGrid.Entry(row, row.personId() == null ? null : names.get(row.personId())))
                .toList();
    }

    private AuditFilter filter() {
        var person = query.getLong(PERSON);
        return new AuditFilter(
                query.get(ACTOR).orElse(""),
                query.get(ACTION).orElse(null),
                person.isPresent() ? person.getAsLong() : null,
                query.getDate(FROM).orElse(null),
                query.getDate(TO).orElse(null),
                currentUser.get().zone());
    }

    private void show(AuditFilter filter) {
        query = query.with(ACTOR, filter.actor())
                .with(ACTION, text(filter.action()))
                .with(PERSON, text(filter.personId()))
                .with(FROM, text(filter.from()))
                .with(TO, text(filter.to()));
        query.apply(UI.getCurrentOrThrow());
        refresh();
    }

    private void refresh() {
        var filter = filter();
        actor.setValue(filter.actor());
        filters.active(fields.set(filter));
        filters.summary(getTranslation("access.audit.total", log.count(filter)));
        grid.getLazyDataView().refreshAll();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
