package org.weft.base.ui;

import java.util.List;

/** Answers the search in the head of the portal. The feature that knows the people provides one bean. */
public interface GlobalSearch {

    /**
     * The people the signed-in account may see whose name, e-mail or number contains the text, the best first.
     *
     * @param text what was typed, trimmed, never empty
     * @param limit how many at most
     */
    List<SearchHit> find(String text, int limit);
}
