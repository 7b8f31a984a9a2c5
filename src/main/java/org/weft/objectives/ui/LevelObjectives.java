package org.weft.objectives.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.weft.base.ui.DayField;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.FilterBar;
import org.weft.base.ui.Formats;
import org.weft.objectives.AssignAudience;
import org.weft.objectives.ObjectiveType;
import org.weft.objectives.TemplateRow;
import org.weft.people.Level;

/** What the library offers for a level, some of it chosen. */
class LevelObjectives extends Div {

    private final transient List<ObjectiveLine> lines = new ArrayList<>();
    private final Paragraph head = new Paragraph();
    private final FilterBar filters = new FilterBar();
    private final Select<ObjectiveType> type = new Select<>();
    private final TextField search;
    private final Div nothing;

    LevelObjectives(
            Level level, AssignDraft draft, AssignAudience audience, List<TemplateRow> offered, Runnable chosen) {
        addClassName("weft-objectives-of-level");
        head.addClassName("weft-objectives-hint");
        head.setText(people(audience.levels().getOrDefault(level, 0)));
        search = filters.search(getTranslation("objectives.library.search"), "", text -> filter());
        type.setItems(ObjectiveType.values());
        type.setEmptySelectionAllowed(true);
        type.setEmptySelectionCaption(getTranslation("objectives.library.everytype"));
        type.setItemLabelGenerator(value -> value == null
                ? getTranslation("objectives.library.everytype")
                : getTranslation("objectivetype." + value.name()));
        type.setAriaLabel(getTranslation("objectives.type"));
        type.addValueChangeListener(event -> filter());
        filters.filters(type, dueForAll(audience)).onClear(type::clear);
        nothing = offered.isEmpty()
                ? new EmptyState(
                        VaadinIcon.BOOK,
                        getTranslation("objectives.assign.nothing.title"),
                        getTranslation("objectives.assign.nothing.text"))
                : new EmptyState(
                        VaadinIcon.SEARCH,
                        getTranslation("objectives.library.nothing.title"),
                        getTranslation("objectives.library.nothing.text"),
                        new Button(getTranslation("base.filters.clear"), event -> {
                            type.clear();
                            search.clear();
                        }));
        var list = new Div();
        list.addClassName("weft-objectives-lines");
        for (var template : offered) {
            var line = new ObjectiveLine(level, template, draft, audience, chosen);
            lines.add(line);
            list.add(line);
        }
        add(head, filters, list, nothing);
        filter();
    }

    /** Shows what is planned by now, for so many people. */
    void refresh(int people) {
        head.setText(people(people));
        lines.forEach(ObjectiveLine::refresh);
    }

    private String people(int count) {
        return getTranslation("objectives.assign.level.people", count);
    }

    /** Whether every chosen line has a target and a due date that can be. Lines that have not, say so. */
    boolean valid() {
        var wrong = lines.stream().filter(line -> !line.valid()).toList();
        wrong.forEach(line -> line.setVisible(true));
        return wrong.isEmpty();
    }

    private DayField dueForAll(AssignAudience audience) {
        var due = new DayField();
        due.setPlaceholder(getTranslation("objectives.assign.dueforall"));
        due.setAriaLabel(getTranslation("objectives.assign.dueforall"));
        due.setTooltipText(Formats.of(this).range(audience.startsOn(), audience.endsOn()));
        due.setMin(audience.startsOn());
        due.setMax(audience.endsOn());
        due.setInitialPosition(audience.endsOn());
        due.addClassName("weft-objectives-dueforall");
        due.addValueChangeListener(event -> {
            var day = event.getValue();
            if (day != null && !day.isBefore(audience.startsOn()) && !day.isAfter(audience.endsOn())) {
                lines.forEach(line -> line.dueOn(day));
                due.clear();
            }
        });
        return due;
    }

    private void filter() {
        var text = search.getValue().strip().toLowerCase(Locale.ROOT);
        lines.forEach(line -> line.setVisible(line.matches(type.getValue(), text)));
        nothing.setVisible(lines.stream().noneMatch(ObjectiveLine::isVisible));
        filters.active(type.getValue() == null ? 0 : 1);
    }
}
