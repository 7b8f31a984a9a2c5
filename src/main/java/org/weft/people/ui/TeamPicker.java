package org.weft.people.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weft.people.TeamNode;
import org.weft.people.TeamService;

/** Chooses one team, shown as the tree they stand in. Typing finds a team by any part of its path. */
public class TeamPicker extends ComboBox<TeamNode> {

    private final transient TeamService service;
    private transient List<TeamNode> teams = List.of();

    public TeamPicker(String label, TeamService teams) {
        super(label);
        this.service = teams;
        addClassName("weft-people-team-picker");
        setItemLabelGenerator(TeamPicker::label);
        setRenderer(LitRenderer.<TeamNode>of("""
                        <span style="padding-inline-start: ${item.depth}em">${item.name}</span>""")
                .withProperty("name", TeamNode::name)
                .withProperty("depth", TeamNode::depth));
        setClearButtonVisible(true);
        reload();
    }

    /** The name first, so that it is seen in a narrow field too: "Line 1 (Operations › Production)". */
    private static String label(TeamNode team) {
        var above = team.path().length() - team.name().length() - " › ".length();
        return above <= 0 ? team.name() : team.name() + " (" + team.path().substring(0, above) + ")";
    }

    /** Reads the teams anew; what is chosen stays chosen, if it is still there. */
    public final void reload() {
        var chosen = getTeamId();
        teams = service.tree();
        setItems(teams);
        setTeamId(chosen);
    }

    /** Chooses a team by id; null, or one that is gone, empties the field. */
    public final void setTeamId(@Nullable Long id) {
        setValue(
                id == null
                        ? null
                        : teams.stream()
                                .filter(team -> team.id() == id)
                                .findFirst()
                                .orElse(null));
    }

    /** The chosen team's id, or null. */
    public final @Nullable Long getTeamId() {
        var chosen = getValue();
        return chosen == null ? null : chosen.id();
    }
}
