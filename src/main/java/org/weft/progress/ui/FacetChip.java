package org.weft.progress.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import org.weft.base.ui.FilterChip;
import org.weft.progress.ProgressFacet;

/** A facet that is set. It opens to another value. */
class FacetChip extends FilterChip {

    FacetChip(
            ProgressFacet facet,
            String name,
            String value,
            String words,
            FacetChoice.Options options,
            FacetChoice.Chosen chosen,
            Runnable remove) {
        this(new Button(), facet, name, value, words, options, chosen, remove);
    }

    private FacetChip(
            Button open,
            ProgressFacet facet,
            String name,
            String value,
            String words,
            FacetChoice.Options options,
            FacetChoice.Chosen chosen,
            Runnable remove) {
        super(open, name, words, remove);
        open.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        add(new ChoicePopover(open, name, () -> new FacetChoice(facet, value, options, chosen)));
    }
}
