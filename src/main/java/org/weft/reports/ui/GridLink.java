package org.weft.reports.ui;

import org.weft.base.ui.Links;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ui.ProgressNavigation;

/** A way from a figure to the people behind it: the progress grid, filtered as the figure is. */
record GridLink(String href) {

    static GridLink to(ProgressFilter filter) {
        return new GridLink(ProgressNavigation.list(filter));
    }

    /** Filtered by one more word of the grid's address. */
    GridLink with(String word, Object value) {
        return new GridLink(href + (href.contains("?") ? "&" : "?") + word + "=" + value);
    }

    void open() {
        Links.go(href);
    }
}
