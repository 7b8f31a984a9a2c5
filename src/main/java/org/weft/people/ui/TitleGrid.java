package org.weft.people.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.Cells;
import org.weft.people.Level;
import org.weft.people.LevelRules;
import org.weft.people.TitleLevels;

/** The job titles people have, with the level the rules give to each, and how many people that would change. */
class TitleGrid extends Grid<TitleGrid.Line> {

    /**
     * @param level the one the rules give
     * @param rule the number of the rule that decides, 0 for none
     * @param changing how many people have another one now
     * @param byHand how many people keep one that was set by hand
     */
    record Line(@Nullable String title, int people, Level level, int rule, int changing, int byHand) {}

    TitleGrid() {
        addClassName("weft-people-titles");
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        addColumn(line -> line.title() == null ? getTranslation("people.levels.noTitle") : line.title())
                .setHeader(getTranslation("people.jobTitle"))
                .setComparator(line -> line.title() == null ? "" : line.title())
                .setSortable(true)
                .setWidth("9.5rem")
                .setFlexGrow(2);
        addColumn(Cells.twoLines(line -> getTranslation("level." + line.level().name()), this::why))
                .setHeader(getTranslation("base.level"))
                .setComparator(Line::level)
                .setSortable(true)
                .setWidth("7rem")
                .setFlexGrow(1);
        addColumn(Line::people)
                .setHeader(getTranslation("people.levels.people"))
                .setTextAlign(ColumnTextAlign.END)
                .setSortable(true)
                .setWidth("6.5rem")
                .setFlexGrow(0);
        setEmptyStateText(getTranslation("people.levels.nobody"));
    }

    void show(List<TitleLevels> titles, LevelRules rules) {
        setItems(titles.stream()
                .map(title -> {
                    var level = rules.levelOf(title.jobTitle());
                    var rule = rules.deciding(title.jobTitle())
                            .map(deciding -> rules.rules().indexOf(deciding) + 1)
                            .orElse(0);
                    return new Line(
                            title.jobTitle(), title.total(), level, rule, title.differing(level), title.byHand());
                })
                .toList());
    }

    private String why(Line line) {
        var why = line.rule() == 0
                ? getTranslation("people.levels.noRule")
                : getTranslation("people.levels.byRule", line.rule());
        var parts = new StringBuilder(why);
        if (line.changing() > 0) {
            parts.append(" · ").append(getTranslation("people.levels.changes", line.changing()));
        }
        if (line.byHand() > 0) {
            parts.append(" · ").append(getTranslation("people.levels.byHand", line.byHand()));
        }
        return parts.toString();
    }
}
