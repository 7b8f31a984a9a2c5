package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import org.weft.progress.FacetOption;
import org.weft.progress.ProgressFacet;

/** What facets and their values are called in the reader's language. */
class FacetWords {

    private final Component owner;

    FacetWords(Component owner) {
        this.owner = owner;
    }

    /** "Level". */
    String facet(ProgressFacet facet) {
        return owner.getTranslation("progress.facet." + facet.name());
    }

    /** "Front line"; empty for values that have a name of their own. */
    String value(ProgressFacet facet, String value) {
        return switch (facet) {
            case LEVEL -> constant("level.", value);
            case TYPE -> constant("objectivetype.", value);
            case STATUS -> constant("status.", value);
            case HEALTH -> constant("health.", value);
            case STATE ->
                owner.getTranslation("progress.state." + name(value), "").strip();
            case DUE -> owner.getTranslation("progress.facet.in", Integer.valueOf(value));
            case SILENT -> owner.getTranslation("progress.facet.for", Integer.valueOf(value));
            case REMINDED -> owner.getTranslation("yes".equals(value) ? "progress.facet.yes" : "progress.facet.no");
            case LOCATION, TEXT -> value;
            case COHORT, TEAM, LEAD, OBJECTIVE -> "";
        };
    }

    String of(ProgressFacet facet, FacetOption option) {
        return option.name().isEmpty() ? value(facet, option.value()) : option.name();
    }

    private String constant(String prefix, String word) {
        return owner.getTranslation(prefix + name(word));
    }

    private static String name(String word) {
        return word.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }
}
