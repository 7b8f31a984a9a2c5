package org.weft.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Forms;
import org.weft.base.ui.StaleEditBanner;
import org.weft.people.PersonService;
import org.weft.people.TeamDetails;
import org.weft.people.TeamDraft;
import org.weft.people.TeamKind;
import org.weft.people.TeamService;

/** A new team, or one there is, to be edited. */
class TeamEditor extends Div {

    /** What becomes of it. */
    interface Actions {
        void add(TeamDraft draft);

        void change(long id, int version, TeamDraft draft);

        void remove(TeamDetails team);

        TeamDetails latest(long id);
    }

    private final TextField name = new TextField();
    private final Select<TeamKind> kind = new Select<>();
    private final TeamPicker parent;
    private final PersonPicker leader;
    private final StaleEditBanner<TeamDraft> banner = new StaleEditBanner<>(this::typed, this::fill);
    private final transient Actions actions;
    private transient @Nullable TeamDetails team;
    private final transient TeamDraft loaded;

    TeamEditor(TeamDraft draft, TeamService teams, PersonService people, Scope scope, Actions actions) {
        this(null, draft, teams, people, scope, actions);
    }

    TeamEditor(TeamDetails team, TeamService teams, PersonService people, Scope scope, Actions actions) {
        this(team, team.draft(), teams, people, scope, actions);
    }

    private TeamEditor(
            @Nullable TeamDetails team,
            TeamDraft draft,
            TeamService teams,
            PersonService people,
            Scope scope,
            Actions actions) {
        this.team = team;
        this.actions = actions;
        addClassName("weft-people-team-editor");
        parent = new TeamPicker(getTranslation("people.team.parent"), teams);
        parent.setPlaceholder(getTranslation("people.team.top"));
        leader = new PersonPicker(getTranslation("people.team.leader"), people, scope);
        leader.setHelperText(getTranslation("people.team.leader.help"));
        name.setLabel(getTranslation("base.name"));
        name.setMaxLength(TeamDraft.NAME_LENGTH);
        name.setRequiredIndicatorVisible(true);
        kind.setLabel(getTranslation("people.team.kind"));
        kind.setItems(TeamKind.values());
        kind.setItemLabelGenerator(value -> getTranslation("people.teamkind." + value.name()));
        fill(draft);
        loaded = typed();
        add(banner, name, kind, parent, leader);
        if (team != null) {
            add(new Paragraph(getTranslation("people.team.people", team.people())));
        } else {
            name.focus();
        }
        add(buttons());
    }

    /** Whether something was typed that is not saved. */
    boolean dirty() {
        return !typed().equals(loaded);
    }

    private Div buttons() {
        var save = new Button(getTranslation(team == null ? "people.team.add" : "base.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(event -> {
            save();
            save.setEnabled(true);
        });
        var buttons = new Div(save);
        buttons.addClassName("weft-people-team-buttons");
        if (team != null) {
            buttons.add(new Button(getTranslation("people.team.remove"), event -> {
                if (team != null) {
                    actions.remove(team);
                }
            }));
        }
        return buttons;
    }

    private void save() {
        try {
            if (team == null) {
                actions.add(typed());
            } else {
                actions.change(team.id(), team.version(), typed());
            }
        } catch (StaleEditException e) {
            tellStale();
        } catch (InvalidInputException e) {
            Forms.showError(e, Map.of("name", name, "parentId", parent, "leaderId", leader));
        } catch (RuntimeException e) {
            Errors.show(e);
        }
    }

    private void tellStale() {
        if (team != null) {
            var latest = actions.latest(team.id());
            team = latest;
            banner.show(latest.draft().name(), latest.draft());
        }
    }

    private void fill(TeamDraft draft) {
        name.setValue(draft.name());
        kind.setValue(draft.kind());
        parent.setTeamId(draft.parentId());
        leader.setPersonId(draft.leaderId());
    }

    private TeamDraft typed() {
        return new TeamDraft(name.getValue(), kind.getValue(), parent.getTeamId(), leader.getPersonId());
    }
}
