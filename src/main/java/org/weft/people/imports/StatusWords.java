package org.weft.people.imports;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells from a cell whether somebody is active or has left. */
final class StatusWords {

    private static final Set<String> YES = Set.of("1", "yes", "y", "true", "x", "ja", "j", "wahr");
    private static final Set<String> NO = Set.of("0", "no", "n", "false", "nein", "falsch");
    private static final List<String> LEFT = List.of(
            "terminated",
            "inactive",
            "left",
            "leaver",
            "resigned",
            "retired",
            "former",
            "dismissed",
            "deceased",
            "exited",
            "inaktiv",
            "ausgeschieden",
            "ausgetreten",
            "gekuendigt",
            "entlassen",
            "pensioniert",
            "verstorben",
            "ehemalig",
            "ehemalige",
            "ehemaliger",
            "not active",
            "nicht aktiv",
            "in rente",
            "im ruhestand");
    private static final List<String> ACTIVE = List.of(
            "active",
            "employed",
            "current",
            "on leave",
            "leave of absence",
            "parental leave",
            "maternity leave",
            "sabbatical",
            "probation",
            "full time",
            "part time",
            "permanent",
            "temporary",
            "aktiv",
            "beschaeftigt",
            "angestellt",
            "elternzeit",
            "mutterschutz",
            "beurlaubt",
            "probezeit",
            "vollzeit",
            "teilzeit",
            "befristet",
            "unbefristet");

    private final boolean yesMeansLeft;

    private StatusWords(boolean yesMeansLeft) {
        this.yesMeansLeft = yesMeansLeft;
    }

    /** For a column of this name: "yes" below "Terminated" is not what it is below "Active". */
    static StatusWords of(String column) {
        var name = Words.joined(column);
        return new StatusWords(
                List.of("term", "left", "leaver", "inactive", "inaktiv", "ausgeschieden", "ausgetreten").stream()
                        .anyMatch(name::startsWith));
    }

    /** Empty where it cannot be told. */
    Optional<Boolean> isActive(String text) {
        var value = Words.plain(text);
        if (YES.contains(value)) {
            return Optional.of(!yesMeansLeft);
        }
        if (NO.contains(value)) {
            return Optional.of(yesMeansLeft);
        }
        var words = " " + value + " ";
        if (LEFT.stream().anyMatch(word -> words.contains(" " + word + " "))) {
            return Optional.of(false);
        }
        return ACTIVE.stream().anyMatch(word -> words.contains(" " + word + " "))
                ? Optional.of(true)
                : Optional.empty();
    }
}
