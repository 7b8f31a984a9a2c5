package org.weft.progress;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.weft.objectives.AssignmentStatus;
import org.weft.objectives.Health;
import org.weft.objectives.ObjectiveType;
import org.weft.people.Level;

/**
 * What participants can be told apart by in a {@link ProgressFilter}. Each has a word for addresses and a form of its
 * values there. Words: {@code progress.facet.<NAME>}.
 */
public enum ProgressFacet {
    /** A cohort's id. */
    COHORT("cohort", ProgressFacet::id),
    /** A team's id: its people and those of every team below it. */
    TEAM("team", ProgressFacet::id),
    /** A {@link Level}. */
    LEVEL("level", constant(Level.values())),
    /** The id of the person who leads. */
    LEAD("lead", ProgressFacet::id),
    /** A template's id: those who hold it and are not done with it by waiver or cancellation. */
    OBJECTIVE("objective", ProgressFacet::id),
    /** An {@link ObjectiveType} of which a live assignment is held. */
    TYPE("type", constant(ObjectiveType.values())),
    /** An {@link AssignmentStatus} that an assignment held is in. */
    STATUS("status", constant(AssignmentStatus.values())),
    /** A {@link ProgressState}. */
    STATE("state", constant(ProgressState.values())),
    /** A {@link Health}, the worst of the open assignments. */
    HEALTH("health", constant(Health.values())),
    /** A number of days: the next due date comes within them, today included, and has not passed. */
    DUE("due", ProgressFacet::days),
    /** A number of days without any activity, or never any. */
    SILENT("silent", ProgressFacet::days),
    /** {@code yes}: reminded in this cycle; {@code no}: never. */
    REMINDED("reminded", value -> "yes".equals(value) || "no".equals(value) ? value : ""),
    /** A location, as the directory has it. */
    LOCATION("location", ProgressFacet::line),
    /** Words that must all stand somewhere in name, number, e-mail or job title. */
    TEXT("q", ProgressFacet::line);

    /** As many letters as anybody would search with; what is longer is cut. */
    private static final int LONGEST = 200;

    private final String word;
    private final UnaryOperator<String> form;

    ProgressFacet(String word, UnaryOperator<String> form) {
        this.word = word;
        this.form = form;
    }

    /** As it stands in an address. */
    public String word() {
        return word;
    }

    public static Optional<ProgressFacet> of(String word) {
        return Arrays.stream(values()).filter(facet -> facet.word.equals(word)).findFirst();
    }

    /** A value as it stands in an address; empty if it means nothing. */
    String tidy(String value) {
        return form.apply(value.strip());
    }

    /** How an enum's constant stands in an address: {@code at-risk}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant that stands in an address as the word. @throws IllegalArgumentException if there is none */
    public static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static UnaryOperator<String> constant(Enum<?>[] constants) {
        var words = List.of(constants).stream().map(ProgressFacet::word).toList();
        return value -> words.contains(value) ? value : "";
    }

    private static String id(String value) {
        return value.matches("\\d{1,18}") ? value : "";
    }

    private static String days(String value) {
        return value.matches("\\d{1,3}") ? value : "";
    }

    private static String line(String value) {
        return value.length() > LONGEST ? value.substring(0, LONGEST).strip() : value;
    }
}
