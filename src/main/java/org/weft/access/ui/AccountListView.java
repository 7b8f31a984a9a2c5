package org.weft.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.weft.access.AccountDraft;
import org.weft.access.AccountRow;
import org.weft.access.AccountService;
import org.weft.access.AccountVersion;
import org.weft.access.PersonDirectory;
import org.weft.access.Role;
import org.weft.access.SignInLinks;
import org.weft.base.NotFoundException;
import org.weft.base.Translations;
import org.weft.base.ui.Cells;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.FilterBar;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Narrow;
import org.weft.base.ui.Notifications;
import org.weft.base.ui.QueryState;
import org.weft.base.ui.Tone;
import org.weft.base.ui.ViewHeader;

/** Who signs in, and what they may do. */
@Route("accounts")
@Menu(order = 330, icon = "vaadin:key", title = "access.accounts.title")
@RolesAllowed(Role.Names.ADMIN)
class AccountListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String QUERY = "q";

    private final transient AccountService accounts;
    private final transient SignInLinks links;
    private final transient PersonDirectory people;
    private final transient Translations translations;
    private final String defaultZone;
    private final Grid<AccountRow> grid = new Grid<>();
    private final FilterBar filters = new FilterBar();
    private final TextField search;
    private QueryState query = QueryState.of(new Location("accounts"));
    private boolean narrow;

    AccountListView(
            AccountService accounts,
            SignInLinks links,
            PersonDirectory people,
            Translations translations,
            @Value("${weft.time-zone}") String defaultZone) {
        this.accounts = accounts;
        this.links = links;
        this.people = people;
        this.translations = translations;
        this.defaultZone = defaultZone;
        addClassName("weft-view");

        var add = new Button(getTranslation("access.accounts.add"), VaadinIcon.PLUS.create(), click -> add());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        search = filters.search(getTranslation("access.accounts.search"), "", this::find);
        addColumns();
        grid.setItemsPageable(page -> accounts.list(text(), page), page -> accounts.count(text()));
        grid.setEmptyStateComponent(new EmptyState(
                VaadinIcon.KEY,
                getTranslation("access.accounts.empty.title"),
                getTranslation("access.accounts.empty.text")));
        grid.addItemClickListener(event -> edit(event.getItem()));
        add(
                new ViewHeader(getTranslation("access.accounts.title"))
                        .context(getTranslation("access.accounts.context"))
                        .primary(add),
                filters,
                grid);
    }

    private void addColumns() {
        var formats = Formats.of(this);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.addClassName("weft-grid");
        grid.addColumn(Cells.person(AccountRow::displayName, this::subLine))
                .setHeader(getTranslation("access.account.name"))
                .setWidth("11rem")
                .setFlexGrow(1);
        var roles = grid.addColumn(this::roles)
                .setHeader(getTranslation("access.account.roles"))
                .setAutoWidth(true);
        var person = grid.addColumn(row -> row.personName() == null ? Formats.NOTHING : row.personName())
                .setHeader(getTranslation("access.accounts.column.person"))
                .setAutoWidth(true);
        var state = grid.addColumn(Cells.badge(AccountListView::tone, this::state))
                .setHeader(getTranslation("access.accounts.column.state"))
                .setWidth("11rem")
                .setFlexGrow(0);
        var lastSignIn = grid.addColumn(row -> row.lastSignInAt() == null
                        ? getTranslation("access.accounts.never")
                        : formats.dateTime(row.lastSignInAt()))
                .setHeader(getTranslation("access.accounts.column.lastSignIn"))
                .setWidth("11rem")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<AccountRow>of(
                                "<vaadin-button theme='tertiary small' @click='${link}'>${item.words}</vaadin-button>")
                        .withProperty("words", row -> getTranslation("access.accounts.link"))
                        .withFunction("link", row -> showLink(row.id(), row.displayName())))
                .setAutoWidth(true)
                .setFlexGrow(0);
        Narrow.watch(grid, now -> {
            narrow = now;
            List.of(roles, person, state, lastSignIn).forEach(column -> column.setVisible(!now));
            grid.getLazyDataView().refreshAll();
        });
    }

    /** On a phone this line stands for the columns that have no room. */
    private String subLine(AccountRow row) {
        if (!narrow) {
            return row.username();
        }
        var all = row.username() + " · " + roles(row);
        return tone(row) == Tone.GREEN ? all : all + " · " + state(row);
    }

    private String roles(AccountRow row) {
        return row.roles().stream()
                .sorted()
                .map(role -> getTranslation("role." + role.name()))
                .collect(Collectors.joining(", "));
    }

    private static Tone tone(AccountRow row) {
        return !row.active() ? Tone.GREY : row.hasPassword() ? Tone.GREEN : Tone.AMBER;
    }

    private String state(AccountRow row) {
        var state = !row.active() ? "inactive" : row.hasPassword() ? "active" : "waiting";
        return getTranslation("access.accounts.state." + state);
    }

    private void add() {
        var form = new AccountForm(people, translations, defaultZone);
        new AccountDialog(getTranslation("access.accounts.add"), form, null, new AccountDialog.Saving() {
                    @Override
                    public void save(AccountDraft draft, int version) {
                        var id = accounts.create(draft);
                        Notifications.success(getTranslation("access.accounts.created", draft.displayName()));
                        grid.getLazyDataView().refreshAll();
                        showLink(id, draft.displayName());
                    }

                    @Override
                    public AccountVersion latest() {
                        throw new IllegalStateException("A new account cannot be stale");
                    }
                })
                .open();
    }

    private void edit(AccountRow row) {
        var form = new AccountForm(people, translations, defaultZone);
        var stored = stored(row.id());
        new AccountDialog(
                        getTranslation("access.accounts.edit.title", row.displayName()),
                        form,
                        stored,
                        new AccountDialog.Saving() {
                            @Override
                            public void save(AccountDraft draft, int version) {
                                accounts.save(row.id(), version, draft);
                                Notifications.success(getTranslation("access.accounts.saved", draft.displayName()));
                                grid.getLazyDataView().refreshAll();
                            }

                            @Override
                            public AccountVersion latest() {
                                return stored(row.id());
                            }
                        })
                .open();
    }

    private AccountVersion stored(long id) {
        return accounts.find(id).orElseThrow(() -> new NotFoundException("account", id));
    }

    private void showLink(long id, String name) {
        var link = new TextField();
        link.setValue(links.forPassword(id));
        link.setReadOnly(true);
        link.setAutoselect(true);
        link.setWidthFull();
        link.setId("password-link");
        link.setAriaLabel(getTranslation("access.accounts.link"));
        var dialog = new Dialog(
                getTranslation("access.accounts.link.title", name),
                new Paragraph(getTranslation("access.accounts.link.text")),
                link);
        dialog.setWidth("560px");
        dialog.getFooter().add(new Button(getTranslation("base.close"), click -> dialog.close()));
        dialog.open();
    }

    private String text() {
        return query.get(QUERY).orElse("");
    }

    private void find(String text) {
        query = query.with(QUERY, text.isBlank() ? null : text);
        query.apply(getUI().orElseThrow());
        grid.getLazyDataView().refreshAll();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = QueryState.of(event.getLocation());
        search.setValue(text());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("access.accounts.title");
    }
}
