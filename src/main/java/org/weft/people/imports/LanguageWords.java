package org.weft.people.imports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weft.people.PersonFields;

/** Reads languages: by tag, or by name in English, German or themselves ("German", "Deutsch"). */
final class LanguageWords {

    private static final Map<String, String> NAMES = names();

    private LanguageWords() {}

    /** @throws org.weft.base.InvalidInputException where there is no such language */
    static @Nullable String read(String text) {
        return PersonFields.language(NAMES.getOrDefault(Words.joined(text), text));
    }

    private static Map<String, String> names() {
        var names = new HashMap<String, String>();
        for (var tag : Locale.getISOLanguages()) {
            var language = Locale.of(tag);
            names.putIfAbsent(Words.joined(language.getDisplayLanguage(Locale.ENGLISH)), tag);
            names.putIfAbsent(Words.joined(language.getDisplayLanguage(Locale.GERMAN)), tag);
            names.putIfAbsent(Words.joined(language.getDisplayLanguage(language)), tag);
        }
        return Map.copyOf(names);
    }
}
