package org.weft.progress.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.weft.progress.ProgressFacet;

/** A facet that is set, "Level: Front line". It opens to another value; the cross takes it out. */
class FacetChip extends Div {

    FacetChip(
            ProgressFacet facet,
            String value,
            String words,
            FacetChoice.Options options,
            FacetChoice.Chosen chosen,
            Runnable remove) {
        addClassName("weft-facet-chip");
        var name = new FacetWords(this).facet(facet);
        var label = getTranslation("progress.facet.set", name, words);
        var open = new Button(label);
        open.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        open.addClassName("weft-facet-chip-open");
        open.getElement().setAttribute("title", label);
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> remove.run());
        close.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        close.addClassName("weft-facet-chip-close");
        close.setAriaLabel(getTranslation("progress.facet.remove", name));
        var popover = new ChoicePopover(open, name, () -> new FacetChoice(facet, value, options, chosen));
        add(open, close, popover);
    }
}
