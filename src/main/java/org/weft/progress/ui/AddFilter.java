package org.weft.progress.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.listbox.ListBox;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.weft.progress.ProgressFacet;
import org.weft.progress.ProgressFilter;

/** Offers the facets that are not set yet; one of them opens its values in the same place. */
class AddFilter extends Div {

    /** States have chips of their own below, words the field at the start of the row. */
    private static final List<ProgressFacet> ELSEWHERE = List.of(ProgressFacet.STATE, ProgressFacet.TEXT);

    private final FacetWords words = new FacetWords(this);
    private final Supplier<ProgressFilter> filter;
    private final FacetChoice.Options options;
    private final FacetChoice.Chosen chosen;
    private final ChoicePopover popover;

    AddFilter(Supplier<ProgressFilter> filter, FacetChoice.Options options, FacetChoice.Chosen chosen) {
        this.filter = filter;
        this.options = options;
        this.chosen = chosen;
        var label = getTranslation("progress.facet.add");
        var button = new Button(label, VaadinIcon.PLUS.create());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.addClassName("weft-progress-add-filter");
        popover = new ChoicePopover(button, label, this::facets);
        add(button, popover);
    }

    ChoicePopover popover() {
        return popover;
    }

    private ListBox<ProgressFacet> facets() {
        var list = new ListBox<ProgressFacet>();
        list.addClassName("weft-facet-list");
        list.getElement().setAttribute("aria-label", getTranslation("progress.facet.add"));
        list.setItemLabelGenerator(words::facet);
        list.setItems(offered().toList());
        list.addValueChangeListener(event -> open(event.getValue()));
        list.addAttachListener(event -> list.getElement().executeJs("setTimeout(() => this.focus(), 50)"));
        return list;
    }

    private Stream<ProgressFacet> offered() {
        return Stream.of(ProgressFacet.values())
                .filter(facet -> !ELSEWHERE.contains(facet))
                .filter(facet -> filter.get().get(facet).isEmpty());
    }

    private void open(ProgressFacet facet) {
        var back = new Button(words.facet(facet), VaadinIcon.ANGLE_LEFT.create(), event -> popover.swap(facets()));
        back.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        back.setAriaLabel(getTranslation("progress.facet.back"));
        popover.swap(new Div(back, new FacetChoice(facet, null, options, (which, value, name) -> {
            popover.close();
            chosen.choose(which, value, name);
        })));
    }
}
