package org.weft.people;

import java.util.function.BiPredicate;

/** How a level rule's text has to stand in a job title. Upper and lower case are the same. */
public enum Matching {
    /** The whole title is the text. */
    EQUALS(String::equals),
    STARTS_WITH(String::startsWith),
    CONTAINS(String::contains),
    /** The text stands in the title as a word of its own, or as several: "lead" in "Team Lead", not in "Leader". */
    WORD((title, text) -> (" " + words(title) + " ").contains(" " + words(text) + " "));

    private final BiPredicate<String, String> test;

    Matching(BiPredicate<String, String> test) {
        this.test = test;
    }

    /** Both are in lower case. */
    boolean matches(String title, String text) {
        return test.test(title, text);
    }

    private static String words(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
