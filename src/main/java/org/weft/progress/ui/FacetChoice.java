package org.weft.progress.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.listbox.ListBox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.FilterBar;
import org.weft.base.ui.Formats;
import org.weft.progress.FacetOption;
import org.weft.progress.FacetOptions;
import org.weft.progress.ProgressFacet;

/** The values of one facet, each with how many people it leaves; with a search where there are many. */
class FacetChoice extends Div {

    /** Reads what a facet can be set to, of what is called so. */
    interface Options {
        FacetOptions read(ProgressFacet facet, String search);
    }

    /** Gets a value and, where it has one, its name. */
    interface Chosen {
        void choose(ProgressFacet facet, String value, String name);
    }

    private static final Set<ProgressFacet> DAYS = Set.of(ProgressFacet.DUE, ProgressFacet.SILENT);
    private static final int MOST_DAYS = 999;

    private final ProgressFacet facet;
    private final Options options;
    private final FacetWords words = new FacetWords(this);
    private final Formats formats = Formats.of(this);
    private final ListBox<FacetOption> list = new ListBox<>();
    private final Span nothing = new Span();

    /** @param current what the facet is set to now */
    FacetChoice(ProgressFacet facet, @Nullable String current, Options options, Chosen chosen) {
        this.facet = facet;
        this.options = options;
        addClassName("weft-facet-choice");
        list.setRenderer(new ComponentRenderer<>(this::line));
        list.getElement().setAttribute("aria-label", words.facet(facet));
        nothing.addClassName("weft-facet-nothing");
        nothing.setText(getTranslation("progress.facet.nothing"));
        nothing.getElement().setAttribute("role", "status");
        var first = options.read(facet, "");
        var search = FilterBar.searchField(getTranslation("progress.facet.search"), "", this::search);
        search.setVisible(first.more());
        add(search, list, nothing);
        show(first);
        first.options().stream()
                .filter(option -> option.value().equals(current))
                .findFirst()
                .ifPresent(list::setValue);
        list.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                chosen.choose(facet, event.getValue().value(), event.getValue().name());
            }
        });
        if (DAYS.contains(facet)) {
            add(days(current, chosen));
        }
        var focused = first.more() ? search.getElement() : list.getElement();
        // The popover has to be in sight before anything in it can have the focus.
        addAttachListener(event -> focused.executeJs("setTimeout(() => this.focus(), 50)"));
    }

    private void search(String text) {
        show(options.read(facet, text));
    }

    private void show(FacetOptions found) {
        list.setItems(found.options());
        list.setVisible(!found.options().isEmpty());
        nothing.setVisible(found.options().isEmpty());
    }

    private Div line(FacetOption option) {
        var name = new Span(words.of(facet, option));
        name.addClassName("weft-facet-name");
        var count = new Span(formats.number(option.count()));
        count.addClassNames("weft-facet-count", "weft-numbers");
        var line = new Div(name);
        if (!option.hint().isEmpty()) {
            var hint = new Span(option.hint());
            hint.addClassName("weft-facet-hint");
            line.add(hint);
        }
        line.add(count);
        line.addClassName("weft-facet-line");
        line.setClassName("weft-facet-none", option.count() == 0);
        return line;
    }

    private Div days(@Nullable String current, Chosen chosen) {
        var other = new IntegerField();
        other.setPlaceholder(getTranslation("progress.facet.days"));
        other.setAriaLabel(getTranslation("progress.facet.days"));
        other.setMin(0);
        other.setMax(MOST_DAYS);
        if (current != null && list.getValue() == null) {
            other.setValue(Integer.valueOf(current));
        }
        var apply = new Button(getTranslation("progress.facet.apply"), event -> {
            var number = other.getValue();
            if (number != null && number >= 0 && number <= MOST_DAYS) {
                chosen.choose(facet, number.toString(), "");
            }
        });
        apply.addThemeVariants(ButtonVariant.SMALL);
        other.addKeyPressListener(Key.ENTER, event -> apply.click());
        var row = new Div(other, apply);
        row.addClassName("weft-facet-days");
        return row;
    }
}
