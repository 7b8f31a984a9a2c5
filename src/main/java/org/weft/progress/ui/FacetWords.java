package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import org.weft.base.Text;
import org.weft.progress.FacetOption;
import org.weft.progress.FacetText;
import org.weft.progress.ProgressFacet;

/** What facets and their values are called in the reader's language. */
class FacetWords {

    private final Component owner;

    FacetWords(Component owner) {
        this.owner = owner;
    }

    /** "Level". */
    String facet(ProgressFacet facet) {
        return words(FacetText.name(facet));
    }

    /** "Front line"; empty for values that have a name of their own. */
    String value(ProgressFacet facet, String value) {
        return FacetText.value(facet, value).map(this::words).orElse("");
    }

    private String words(Text text) {
        return owner.getTranslation(text.key(), text.args().toArray()).strip();
    }

    String of(ProgressFacet facet, FacetOption option) {
        return option.name().isEmpty() ? value(facet, option.value()) : option.name();
    }
}
