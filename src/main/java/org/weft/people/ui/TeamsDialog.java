package org.weft.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.LitRenderer;
import org.jspecify.annotations.Nullable;
import org.weft.access.Scope;
import org.weft.base.StaleEditException;
import org.weft.base.ui.ConfirmDialogs;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Notifications;
import org.weft.people.PersonService;
import org.weft.people.TeamDetails;
import org.weft.people.TeamDraft;
import org.weft.people.TeamKind;
import org.weft.people.TeamNode;
import org.weft.people.TeamService;

/** The organisation as a tree, and one team of it to be edited beside it: where it stands, and who leads it. */
class TeamsDialog extends Dialog implements TeamEditor.Actions {

    private final transient TeamService teams;
    private final transient PersonService people;
    private final transient Scope scope;
    private final transient Runnable changed;
    private final Grid<TeamNode> grid = new Grid<>();
    private final Div side = new Div();

    TeamsDialog(TeamService teams, PersonService people, Scope scope, Runnable changed) {
        this.teams = teams;
        this.people = people;
        this.scope = scope;
        this.changed = changed;
        addClassNames("weft-people-dialog", "weft-people-teams");
        setHeaderTitle(getTranslation("people.team.title"));
        setResizable(true);
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.addColumn(LitRenderer.<TeamNode>of("""
                        <div class="weft-two-lines" style="padding-inline-start: ${item.depth * 1.25}em">
                          <span title="${item.name}">${item.name}</span><span class="weft-sub">${item.kind}</span>
                        </div>""")
                        .withProperty("name", TeamNode::name)
                        .withProperty("depth", TeamNode::depth)
                        .withProperty("kind", team -> kind(team.kind())))
                .setHeader(getTranslation("base.team"));
        grid.setEmptyStateText(getTranslation("people.team.none"));
        grid.addSelectionListener(event -> {
            if (event.isFromClient()) {
                var chosen = event.getFirstSelectedItem().map(TeamNode::id).orElse(null);
                askLeave(() -> show(chosen));
            }
        });
        side.addClassName("weft-people-teams-side");
        var content = new Div(grid, side);
        content.addClassName("weft-people-teams-content");
        add(content);
        var add = new Button(
                getTranslation("people.team.add"), VaadinIcon.PLUS.create(), event -> askLeave(this::addNew));
        getFooter().add(add, new Button(getTranslation("base.close"), event -> askLeave(this::close)));
        addDialogCloseActionListener(event -> askLeave(this::close));
        reload(null);
    }

    /** What was typed is not lost by a click elsewhere. */
    private void askLeave(Runnable leave) {
        if (side.getChildren().noneMatch(child -> child instanceof TeamEditor editor && editor.dirty())) {
            leave.run();
            return;
        }
        ConfirmDialogs.askDanger(
                getTranslation("base.discard.title"),
                getTranslation("base.discard.text"),
                getTranslation("base.discard.confirm"),
                leave);
    }

    private String kind(TeamKind kind) {
        return getTranslation("people.teamkind." + kind.name());
    }

    private void reload(@Nullable Long selected) {
        var tree = teams.tree();
        grid.setItems(tree);
        tree.stream()
                .filter(team -> selected != null && team.id() == selected)
                .findFirst()
                .ifPresentOrElse(grid::select, grid::deselectAll);
        show(selected);
    }

    private void show(@Nullable Long id) {
        side.removeAll();
        if (id == null) {
            side.add(new Paragraph(getTranslation("people.team.text")));
        } else {
            Errors.run(() -> side.add(new TeamEditor(teams.get(id), teams, people, scope, this)));
        }
    }

    private void addNew() {
        var below =
                grid.getSelectedItems().stream().findFirst().map(TeamNode::id).orElse(null);
        grid.deselectAll();
        side.removeAll();
        var kind = below == null ? TeamKind.DEPARTMENT : TeamKind.TEAM;
        side.add(new TeamEditor(new TeamDraft("", kind, below, null), teams, people, scope, this));
    }

    @Override
    public void add(TeamDraft draft) {
        var id = teams.add(draft);
        reload(id);
        changed.run();
        Notifications.success(getTranslation("people.team.added", draft.name().strip()));
    }

    @Override
    public void change(long id, int version, TeamDraft draft) {
        teams.save(id, version, draft);
        reload(id);
        changed.run();
        Notifications.success(getTranslation("people.team.saved", draft.name().strip()));
    }

    @Override
    public void remove(TeamDetails team) {
        var name = team.draft().name();
        ConfirmDialogs.askDanger(
                getTranslation("people.team.remove.title", name),
                getTranslation("people.team.remove.text"),
                getTranslation("people.team.remove.confirm"),
                () -> {
                    try {
                        teams.remove(team.id(), team.version());
                    } catch (StaleEditException e) {
                        reload(team.id());
                        throw e;
                    }
                    reload(null);
                    changed.run();
                    Notifications.success(getTranslation("people.team.removed", name));
                });
    }

    @Override
    public TeamDetails latest(long id) {
        return teams.get(id);
    }
}
