package org.weft.progress;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what the progress list can be put into groups. Words: {@code progress.group.<NAME>}. */
public enum ProgressGrouping {
    /** By the own team; teams above have no group of their own. */
    TEAM,
    LEAD,
    LEVEL;

    /** As it stands in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ProgressGrouping> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
