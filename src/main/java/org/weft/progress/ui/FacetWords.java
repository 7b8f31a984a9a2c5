package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import java.util.LinkedHashMap;
import java.util.Map;
import org.weft.base.Text;
import org.weft.progress.FacetOption;
import org.weft.progress.FacetText;
import org.weft.progress.ProgressFacet;
import org.weft.progress.ProgressFilter;

/** What facets and their values are called in the reader's language. */
public class FacetWords {

    private final Component owner;

    public FacetWords(Component owner) {
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

    /**
     * The filters that are set, name and value, in their order.
     *
     * @param names of the values that have a name of their own
     */
    public Map<String, String> of(ProgressFilter filter, Map<ProgressFacet, String> names) {
        var words = new LinkedHashMap<String, String>();
        filter.values().forEach((facet, value) -> words.put(facet(facet), of(facet, value, names)));
        return words;
    }

    String of(ProgressFacet facet, String value, Map<ProgressFacet, String> names) {
        var words = value(facet, value);
        return words.isEmpty() ? names.getOrDefault(facet, owner.getTranslation("progress.facet.unknown")) : words;
    }

    String of(ProgressFacet facet, FacetOption option) {
        return option.name().isEmpty() ? value(facet, option.value()) : option.name();
    }
}
