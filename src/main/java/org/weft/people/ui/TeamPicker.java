package org.weft.people.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weft.people.TeamNode;
import org.weft.people.TeamService;

/** Chooses one team, shown as the tree they stand in. Typing finds a team by any part of its path. */
public class TeamPicker extends ComboBox<TeamNode> {

    private final transient List<TeamNode> teams;

    public TeamPicker(String label, TeamService teams) {
        super(label);
        this.teams = teams.tree();
        addClassName("weft-people-team-picker");
        setItemLabelGenerator(TeamNode::path);
        setRenderer(LitRenderer.<TeamNode>of(
                        "<span class=\"weft-people-team-option\" style=\"padding-inline-start: ${item.depth}em\">${item.name}</span>")
                .withProperty("name", TeamNode::name)
                .withProperty("depth", TeamNode::depth));
        setClearButtonVisible(true);
        setItems(this.teams);
    }

    /** Chooses a team by id; null, or one that is gone, empties the field. */
    public void setTeamId(@Nullable Long id) {
        setValue(
                id == null
                        ? null
                        : teams.stream()
                                .filter(team -> team.id() == id)
                                .findFirst()
                                .orElse(null));
    }

    /** The chosen team's id, or null. */
    public @Nullable Long getTeamId() {
        var chosen = getValue();
        return chosen == null ? null : chosen.id();
    }
}
