package org.weft.progress.ui;

import org.weft.base.ui.Formats;
import org.weft.progress.Count;

/** Counts as they are read: "3,180", "5,000+". */
public final class CountWords {

    private CountWords() {}

    public static String of(Formats formats, Count count) {
        return count.more() ? formats.atLeast(count.number()) : formats.number(count.number());
    }
}
