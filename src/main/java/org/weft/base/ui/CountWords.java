package org.weft.base.ui;

import org.weft.base.Count;

/** Counts as they are read: "3,180", "4,000+"; nothing where none was seen before counting ended. */
public final class CountWords {

    private CountWords() {}

    public static String of(Formats formats, Count count) {
        if (count.more() && count.number() == 0) {
            return "";
        }
        return count.more() ? formats.atLeast(count.number()) : formats.number(count.number());
    }
}
