package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.weft.base.ui.FilterBar;
import org.weft.programs.CycleOption;
import org.weft.progress.FacetOptions;
import org.weft.progress.ProgressFacet;
import org.weft.progress.ProgressFilter;

/**
 * The row above the list and the matrix: the words searched for, a chip for each facet that is set, and a way to set
 * more. It shows what the address says and reports what people choose.
 */
class ProgressFilters extends Div {

    /** Where the options and their names come from. */
    interface Source {
        FacetOptions options(ProgressFilter filter, ProgressFacet facet, String search);

        Map<ProgressFacet, String> names(ProgressFilter filter);
    }

    private final ComboBox<CycleOption> cycle = new ComboBox<>();
    private final TextField search;
    private final Div chips = new Div();
    private final Div more = new Div();
    private final Div set = new Div();
    private final Button clear = new Button(getTranslation("base.filters.clear"));
    private final FacetWords facetWords = new FacetWords(this);
    private final Source source;
    private final List<CycleOption> cycles;
    private final Consumer<ProgressFilter> changed;
    private ProgressFilter shown = ProgressFilter.of(0);
    private Map<ProgressFacet, String> names = Map.of();

    ProgressFilters(
            List<CycleOption> cycles,
            Source source,
            Consumer<Long> cycleChosen,
            Consumer<ProgressFilter> changed,
            Consumer<ProgressFilter> typed) {
        this.cycles = cycles;
        this.source = source;
        this.changed = changed;
        addClassName("weft-progress-filters");
        getElement().setAttribute("role", "search").setAttribute("aria-label", getTranslation("base.filters"));
        search = FilterBar.searchField(getTranslation("progress.filter.text"), "", text -> {
            if (!text.equals(shown.text())) {
                typed.accept(shown.text(text));
            }
        });
        search.addClassName("weft-progress-search");
        cycle.setAriaLabel(getTranslation("progress.filter.cycle"));
        cycle.setItemLabelGenerator(CycleOption::label);
        cycle.setItems(cycles);
        cycle.addClassName("weft-progress-cycle");
        cycle.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                if (event.getValue() == null) {
                    cycle.setValue(event.getOldValue());
                } else {
                    cycleChosen.accept(event.getValue().id());
                }
            }
        });
        chips.addClassName("weft-facet-chips");
        more.addClassName("weft-progress-filters-more");
        clear.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        clear.addClickListener(event -> changed.accept(ProgressFilter.of(shown.cycleId())));
        clear.setVisible(false);
        var add = new AddFilter(() -> shown, (facet, text) -> source.options(shown, facet, text), this::choose);
        var find = new Div(search, cycle);
        find.addClassName("weft-progress-filters-find");
        set.addClassName("weft-progress-filters-set");
        set.add(chips, add, clear, more);
        add(find, set);
    }

    /** What stands before all that is set. */
    void first(Component component) {
        set.addComponentAsFirst(component);
    }

    /** What else has its place in this row, at its end. */
    void more(Component... components) {
        more.add(components);
    }

    private void choose(ProgressFacet facet, String value, String name) {
        if (!name.isEmpty()) {
            var known = new EnumMap<ProgressFacet, String>(ProgressFacet.class);
            known.putAll(names);
            known.put(facet, name);
            names = known;
            shown = shown.with(facet, value);
        }
        changed.accept(shown.with(facet, value));
    }

    void show(ProgressFilter filter) {
        if (!known(filter)) {
            names = source.names(filter);
        }
        shown = filter;
        cycles.stream().filter(one -> one.id() == filter.cycleId()).findFirst().ifPresent(cycle::setValue);
        if (!search.getValue().strip().equals(filter.text())) {
            search.setValue(filter.text());
        }
        chips.removeAll();
        filter.values().forEach((facet, value) -> {
            if (facet != ProgressFacet.STATE && facet != ProgressFacet.TEXT) {
                chips.add(new FacetChip(
                        facet,
                        facetWords.facet(facet),
                        value,
                        facetWords.of(facet, value, names),
                        (which, text) -> source.options(shown, which, text),
                        this::choose,
                        () -> changed.accept(shown.with(facet, null))));
            }
        });
        chips.setVisible(chips.getComponentCount() > 0);
        clear.setVisible(filter.narrows());
    }

    /** Whether the names of all values are those at hand: nothing has to be read. */
    private boolean known(ProgressFilter filter) {
        return filter.cycleId() == shown.cycleId()
                && filter.values().entrySet().stream()
                        .filter(set ->
                                facetWords.value(set.getKey(), set.getValue()).isEmpty())
                        .allMatch(set -> names.containsKey(set.getKey())
                                && set.getValue().equals(shown.values().get(set.getKey())));
    }

    /** The filters that are set, in the reader's words. */
    Map<String, String> words() {
        return facetWords.of(shown, names);
    }
}
