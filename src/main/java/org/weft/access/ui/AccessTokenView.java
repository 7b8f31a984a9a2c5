package org.weft.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.weft.access.AccessTokenDraft;
import org.weft.access.AccessTokenRow;
import org.weft.access.AccessTokenService;
import org.weft.access.Role;
import org.weft.base.ui.Cells;
import org.weft.base.ui.ConfirmDialogs;
import org.weft.base.ui.DraftDialog;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Narrow;
import org.weft.base.ui.Notifications;
import org.weft.base.ui.Tone;
import org.weft.base.ui.ViewHeader;

/** The own tokens, with which Power BI and scripts read what their owner may see. */
@Route(AccessNavigation.TOKENS)
@RolesAllowed({Role.Names.HR, Role.Names.MANAGER, Role.Names.EXECUTIVE})
class AccessTokenView extends Div implements HasDynamicTitle {

    static final String REVOKE = "revoke";

    private static final String DESCRIPTION = "api/openapi.json";

    private final transient AccessTokenService tokens;
    private final Grid<AccessTokenRow> grid = new Grid<>();
    private boolean narrow;

    AccessTokenView(AccessTokenService tokens) {
        this.tokens = tokens;
        addClassName("weft-view");
        var description = new Anchor(DESCRIPTION, getTranslation("access.tokens.description"));
        description.getElement().setAttribute("router-ignore", true);
        fillColumns();
        add(
                new ViewHeader(getTranslation("access.tokens.title"))
                        .context(getTranslation("access.tokens.context"))
                        .actions(description)
                        .primary(new Button(
                                getTranslation("access.tokens.add"), VaadinIcon.PLUS.create(), click -> addOne())),
                grid);
        fill();
    }

    private void fillColumns() {
        var formats = Formats.of(this);
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.addClassName("weft-grid");
        grid.setAllRowsVisible(true);
        grid.addColumn(Cells.twoLines(AccessTokenRow::name, row -> narrow ? subLine(row, formats) : ""))
                .setHeader(getTranslation("access.tokens.column.name"))
                .setFlexGrow(2);
        var created = grid.addColumn(Cells.moment(AccessTokenRow::createdAt, formats))
                .setHeader(getTranslation("access.tokens.column.created"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        var used = grid.addColumn(row -> lastUse(row, formats))
                .setHeader(getTranslation("access.tokens.column.used"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        var expires = grid.addColumn(Cells.moment(AccessTokenRow::expiresAt, formats))
                .setHeader(getTranslation("access.tokens.column.expires"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        var state = grid.addColumn(Cells.badge(
                        row -> row.expired() ? Tone.GREY : Tone.GREEN,
                        row -> getTranslation(row.expired() ? "access.tokens.expired" : "access.tokens.working")))
                .setHeader(getTranslation("base.status"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<AccessTokenRow>of("""
                        <vaadin-button theme="small tertiary" title="${item.label}" aria-label="${item.label}" @click="${revoke}"
                          ><vaadin-icon icon="vaadin:trash" slot="prefix"></vaadin-icon></vaadin-button>""")
                        .withProperty("label", row -> getTranslation("access.tokens.revoke.of", row.name()))
                        .withFunction("revoke", this::askRevoke))
                .setKey(REVOKE)
                .setHeader(getTranslation("access.tokens.revoke"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setEmptyStateComponent(new EmptyState(
                VaadinIcon.KEY_O,
                getTranslation("access.tokens.empty.title"),
                getTranslation("access.tokens.empty.text")));
        Narrow.watch(grid, now -> {
            narrow = now;
            List.of(created, used, expires, state).forEach(column -> column.setVisible(!now));
            fill();
        });
    }

    /** On a phone this line stands for the columns that have no room. */
    private String subLine(AccessTokenRow row, Formats formats) {
        var until = getTranslation(
                row.expired() ? "access.tokens.expired.on" : "access.tokens.until", formats.date(row.expiresAt()));
        return until + " · " + lastUse(row, formats);
    }

    private String lastUse(AccessTokenRow row, Formats formats) {
        var lastUsedAt = row.lastUsedAt();
        return lastUsedAt == null ? getTranslation("access.tokens.unused") : formats.dateTime(lastUsedAt);
    }

    private void fill() {
        grid.setItems(tokens.list());
    }

    private void addOne() {
        DraftDialog.adding(
                        getTranslation("access.tokens.add"),
                        getTranslation("access.tokens.create"),
                        new AccessTokenForm(),
                        this::create)
                .open();
    }

    private void create(AccessTokenDraft draft) {
        var token = tokens.create(draft);
        fill();
        new NewTokenDialog(draft.name().strip(), token).open();
    }

    private void askRevoke(AccessTokenRow row) {
        ConfirmDialogs.askDanger(
                getTranslation("access.tokens.revoke.of", row.name()),
                getTranslation("access.tokens.revoke.text"),
                getTranslation("access.tokens.revoke"),
                () -> {
                    tokens.revoke(row.id());
                    fill();
                    Notifications.success(getTranslation("access.tokens.revoked", row.name()));
                });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("access.tokens.title");
    }
}
