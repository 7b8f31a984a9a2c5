package org.weft.base;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every text of the product, by key and language. Each feature brings {@code i18n/<feature>_en.properties} and
 * {@code i18n/<feature>_de.properties} (UTF-8); keys start with the feature's name.
 *
 * <p>Texts are {@link MessageFormat} patterns, also those without arguments, so an apostrophe is always written twice.
 * A missing key shows as the key itself; a test keeps that from happening.
 */
@Component
public class Translations {

    private static final Logger log = LoggerFactory.getLogger(Translations.class);
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final Map<String, Map<String, String>> patterns = new HashMap<>();

    Translations() {
        for (var language : LANGUAGES) {
            patterns.put(language.getLanguage(), load(language.getLanguage()));
        }
    }

    /** The text for a key in a language; {@code Text} arguments are translated too. */
    public String translate(String key, Locale locale, Object... args) {
        var language = patterns.getOrDefault(locale.getLanguage(), patterns.get("en"));
        var pattern = language == null ? null : language.get(key);
        if (pattern == null) {
            log.warn("No translation for {} in {}", key, locale);
            return key;
        }
        var values = Stream.of(args).map(arg -> readable(arg, locale)).toArray();
        return new MessageFormat(pattern, locale).format(values);
    }

    private Object readable(Object arg, Locale locale) {
        return switch (arg) {
            case Text text -> translate(text, locale);
            case LocalDate date ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(date);
            default -> arg;
        };
    }

    public String translate(Text text, Locale locale) {
        return translate(text.key(), locale, text.args().toArray());
    }

    /** The languages the product speaks, the fallback first. */
    public List<Locale> languages() {
        return LANGUAGES;
    }

    /** The offered language nearest to a tag such as {@code de-CH}; English for any other or none. */
    public static Locale nearest(@Nullable String tag) {
        if (tag == null) {
            return Locale.ENGLISH;
        }
        var wanted = Locale.forLanguageTag(tag).getLanguage();
        return LANGUAGES.stream()
                .filter(locale -> locale.getLanguage().equals(wanted))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private static Map<String, String> load(String language) {
        var texts = new HashMap<String, String>();
        try {
            var found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:i18n/*_" + language + ".properties");
            for (Resource resource : found) {
                var properties = new Properties();
                try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, value) -> {
                    if (texts.put((String) key, (String) value) != null) {
                        throw new IllegalStateException("Two texts for " + key + " in " + language);
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(texts);
    }
}
