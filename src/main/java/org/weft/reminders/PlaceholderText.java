package org.weft.reminders;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.base.Translations;

/** Texts with {@code {first name}} and its like in them. The names of all languages are understood in every text. */
@Component
class PlaceholderText {

    private static final Pattern BRACES = Pattern.compile("\\{([^{}\\r\\n]{1,40})}");

    private final Translations translations;
    private final Map<String, Placeholder> byName = new HashMap<>();

    PlaceholderText(Translations translations) {
        this.translations = translations;
        for (var language : translations.languages()) {
            for (var placeholder : Placeholder.values()) {
                byName.put(fold(translations.translate(placeholder.key(), language)), placeholder);
            }
        }
    }

    /** As it is written in a text of that language, braces included. */
    String write(Placeholder placeholder, Locale locale) {
        return "{" + translations.translate(placeholder.key(), locale) + "}";
    }

    /** @throws InvalidInputException at the field when something between braces is no placeholder */
    void check(String field, String text) {
        var unknown = new LinkedHashSet<String>();
        BRACES.matcher(text)
                .results()
                .filter(braces -> find(braces).isEmpty())
                .forEach(braces -> unknown.add(braces.group()));
        if (!unknown.isEmpty()) {
            throw new InvalidInputException(
                    field, Text.of("reminders.placeholder.unknown", unknown.size(), String.join(", ", unknown)));
        }
    }

    String fill(String text, Map<Placeholder, String> values) {
        return BRACES.matcher(text)
                .replaceAll(braces ->
                        Matcher.quoteReplacement(find(braces).map(values::get).orElseGet(braces::group)));
    }

    private Optional<Placeholder> find(MatchResult braces) {
        return Optional.ofNullable(byName.get(fold(braces.group(1))));
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
