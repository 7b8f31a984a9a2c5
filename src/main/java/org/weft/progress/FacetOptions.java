package org.weft.progress;

import java.util.List;

/**
 * What a facet can be set to.
 *
 * @param more whether there are others, to be found by a search
 */
public record FacetOptions(List<FacetOption> options, boolean more) {

    static final FacetOptions NONE = new FacetOptions(List.of(), false);

    public FacetOptions {
        options = List.copyOf(options);
    }
}
