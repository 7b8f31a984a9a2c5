package org.weft.objectives.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Objects;
import java.util.stream.Stream;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.FilterBar;
import org.weft.base.ui.QueryState;
import org.weft.objectives.LibraryFilter;
import org.weft.objectives.ObjectiveType;
import org.weft.people.Level;

/** The library's filters, as fields and as query parameters. */
class LibraryFilters extends Div {

    private static final String RETIRED = "retired";

    private final FilterBar bar = new FilterBar();
    private final Select<Level> level = new Select<>();
    private final Select<ObjectiveType> type = new Select<>();
    private final Select<Boolean> retired = new Select<>();
    private final TextField search;
    private final transient Runnable changed;
    private boolean reading;

    LibraryFilters(Runnable changed) {
        this.changed = changed;
        search = bar.search(getTranslation("objectives.library.search"), "", text -> tell());
        level.setItems(Level.values());
        level.setItemLabelGenerator(value -> value == null
                ? getTranslation("objectives.library.everylevel")
                : getTranslation("level." + value.name()));
        level.setEmptySelectionAllowed(true);
        level.setEmptySelectionCaption(getTranslation("objectives.library.everylevel"));
        level.setAriaLabel(getTranslation("base.level"));
        level.addValueChangeListener(event -> tell());
        type.setItems(ObjectiveType.values());
        type.setItemLabelGenerator(value -> value == null
                ? getTranslation("objectives.library.everytype")
                : getTranslation("objectivetype." + value.name()));
        type.setEmptySelectionAllowed(true);
        type.setEmptySelectionCaption(getTranslation("objectives.library.everytype"));
        type.setAriaLabel(getTranslation("objectives.type"));
        type.addValueChangeListener(event -> tell());
        retired.setItems(false, true);
        retired.setItemLabelGenerator(
                value -> getTranslation(value ? "objectives.library.retired" : "objectives.library.offered"));
        retired.setAriaLabel(getTranslation("base.status"));
        retired.setValue(false);
        retired.addValueChangeListener(event -> tell());
        bar.filters(level, type, retired).onClear(this::clear);
        add(bar);
    }

    LibraryFilter filter() {
        return new LibraryFilter(
                level.getValue(), type.getValue(), search.getValue(), Boolean.TRUE.equals(retired.getValue()));
    }

    void read(QueryState query) {
        reading = true;
        level.setValue(query.get("level", Level.class).orElse(null));
        type.setValue(query.get("type", ObjectiveType.class).orElse(null));
        retired.setValue(query.get("state").filter(RETIRED::equals).isPresent());
        search.setValue(query.get("q").orElse(""));
        reading = false;
    }

    QueryState write(QueryState query) {
        return query.with("level", level.getValue())
                .with("type", type.getValue())
                .with("state", Boolean.TRUE.equals(retired.getValue()) ? RETIRED : "")
                .with("q", search.getValue());
    }

    void count(int found) {
        var set = Stream.of(level.getValue(), type.getValue(), Boolean.TRUE.equals(retired.getValue()) ? true : null)
                .filter(Objects::nonNull)
                .count();
        bar.summary(getTranslation("objectives.library.count", found)).active((int) set);
    }

    EmptyState nothingFound() {
        return new EmptyState(
                VaadinIcon.SEARCH,
                getTranslation("objectives.library.nothing.title"),
                getTranslation("objectives.library.nothing.text"),
                new Button(getTranslation("base.filters.clear"), event -> {
                    clear();
                    search.clear();
                }));
    }

    private void clear() {
        level.clear();
        type.clear();
        retired.setValue(false);
    }

    private void tell() {
        if (!reading) {
            changed.run();
        }
    }
}
