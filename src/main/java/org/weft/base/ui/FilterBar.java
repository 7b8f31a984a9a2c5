package org.weft.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/**
 * The filters of a page, in one row that wraps. On a phone only the search stays; the others come behind a button that
 * says how many of them are set.
 */
public class FilterBar extends Div {

    private final Button toggle = new Button(VaadinIcon.FILTER.create());
    private final Button clear = new Button();
    private final Span summary = new Span();
    private boolean open;

    public FilterBar(Component... filters) {
        addClassName("weft-filter-bar");
        getElement().setAttribute("role", "search").setAttribute("aria-label", getTranslation("base.filters"));
        toggle.addClassName("weft-filter-bar-toggle");
        toggle.addClickListener(event -> toggle());
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        clear.addClassName("weft-filter-bar-clear");
        clear.setVisible(false);
        summary.addClassNames("weft-filter-bar-summary", "weft-numbers");
        summary.getElement().setAttribute("role", "status");
        toggle.setText(getTranslation("base.filters"));
        clear.setText(getTranslation("base.filters.clear"));
        add(toggle);
        add(filters);
        add(clear, summary);
        toggle.getElement().setAttribute("aria-expanded", "false");
    }

    /**
     * Adds a search field that stays in sight on a phone. It reports once the typing rests.
     *
     * @param label what is searched; shown in the empty field and told to screen readers
     * @param value what to search for at first, as the URL says
     */
    public TextField search(String label, String value, Consumer<String> changed) {
        var field = searchField(label, value, changed);
        field.addClassName("weft-filter-bar-search");
        addComponentAsFirst(field);
        return field;
    }

    /** The same field for somewhere else. */
    public static TextField searchField(String label, String value, Consumer<String> changed) {
        var field = new TextField();
        field.setPlaceholder(label);
        field.setAriaLabel(label);
        field.setPrefixComponent(VaadinIcon.SEARCH.create());
        field.setClearButtonVisible(true);
        field.setMaxLength(200);
        field.setValue(value);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(event -> changed.accept(event.getValue().strip()));
        return field;
    }

    /** Adds filters after those there are, before the way to clear them. */
    public FilterBar filters(Component... filters) {
        var at = indexOf(clear);
        for (var filter : filters) {
            addComponentAtIndex(at++, filter);
        }
        return this;
    }

    /** What the filters leave, at the end of the row: "27 people". */
    public FilterBar summary(String text) {
        summary.setText(text);
        return this;
    }

    /** Offers to clear all filters, once {@link #active} says that some are set. */
    public FilterBar onClear(Runnable clearAll) {
        clear.addClickListener(event -> clearAll.run());
        return this;
    }

    /** How many filters are set now, the search left out. */
    public FilterBar active(int count) {
        clear.setVisible(count > 0);
        toggle.setText(getTranslation(count > 0 ? "base.filters.active" : "base.filters", count));
        return this;
    }

    private void toggle() {
        open = !open;
        setClassName("weft-open", open);
        toggle.getElement().setAttribute("aria-expanded", String.valueOf(open));
    }
}
