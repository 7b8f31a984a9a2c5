package org.weft.progress.ui;

import java.util.Map;

/**
 * A saved view as the ground an address stands on: what the address does not say itself is as here.
 *
 * @param words in the form addresses have, without what is as by default
 */
record AppliedView(long id, Map<String, String> words) {

    /** Nothing saved, said in so many words: where there is a standard view, an address without any leads to it. */
    static final AppliedView NONE = new AppliedView(0, Map.of());

    static final String WORD = "view";

    /** Finds views in the eyes of the reader. */
    interface Finder {
        java.util.Optional<AppliedView> find(long id);
    }

    AppliedView {
        words = Map.copyOf(words);
    }

    String word() {
        return equals(NONE) ? "all" : String.valueOf(id);
    }
}
