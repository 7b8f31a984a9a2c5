package org.weft.people;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A person's name in its two parts. Somebody with one name has it as the family name.
 *
 * @param given may be empty
 */
public record PersonName(String given, String family) {

    /** Characters each part holds at most. */
    public static final int LENGTH = 150;

    private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\s\\u00a0\\u2007\\u202f]+");

    private static final Pattern HALVES = Pattern.compile("\\p{Cs}");

    public PersonName {
        given = tidy(given);
        family = tidy(family);
        if (family.isEmpty()) {
            family = given;
            given = "";
        }
    }

    /**
     * Splits a whole name: at its comma ("Adinolfi, Wilson  K" is Wilson K Adinolfi), else before its last word, with
     * the particles that belong to it ("Anna von Massenbach" is Anna, of the family von Massenbach).
     */
    public static PersonName of(String whole) {
        var name = tidy(whole);
        var comma = name.indexOf(',');
        if (comma >= 0) {
            return new PersonName(name.substring(comma + 1), name.substring(0, comma));
        }
        var words = name.split(" ");
        var split = words.length - 1;
        while (split > 1 && isParticle(words[split - 1])) {
            split--;
        }
        return new PersonName(
                String.join(" ", Arrays.copyOfRange(words, 0, split)),
                String.join(" ", Arrays.copyOfRange(words, split, words.length)));
    }

    /** Given name first, as it is shown. */
    public String display() {
        return given.isEmpty() ? family : given + " " + family;
    }

    /** Family name first, as lists are sorted. */
    public String sort() {
        return given.isEmpty() ? family : family + ", " + given;
    }

    /**
     * One blank where there are several, or line breaks, tabs, control characters; none around. Halves of characters, which
     * no database takes, become the sign for that.
     */
    static String tidy(String text) {
        return HALVES.matcher(BLANKS.matcher(text).replaceAll(" "))
                .replaceAll("\uFFFD")
                .strip();
    }

    private static boolean isParticle(String word) {
        return switch (word) {
            case "von",
                    "van",
                    "de",
                    "der",
                    "den",
                    "del",
                    "della",
                    "di",
                    "da",
                    "dos",
                    "du",
                    "la",
                    "le",
                    "ten",
                    "ter",
                    "zu",
                    "zum",
                    "zur",
                    "vom",
                    "el",
                    "al",
                    "bin",
                    "ibn" -> true;
            default -> false;
        };
    }
}
