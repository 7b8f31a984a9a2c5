package org.weft.people;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.mail.MailAddress;

/**
 * How an organisation makes addresses of names: {@code {first}.{last}@example.com}. Knows {@code {first}}, {@code {last}},
 * their first letters {@code {f}} and {@code {l}}, and {@code {number}}. Accents and umlauts become plain letters; middle
 * initials, blanks and apostrophes fall away.
 */
public final class AddressPattern {

    /** What a pattern may look like. */
    public static final String EXAMPLE = "{first}.{last}@example.com";

    /** The placeholders there are, as they are written: given name, family name, their first letters, number. */
    public static final List<String> PLACEHOLDERS = List.of("{first}", "{last}", "{f}", "{l}", "{number}");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("ä", "ae"),
            Map.entry("ö", "oe"),
            Map.entry("ü", "ue"),
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("ø", "o"),
            Map.entry("ł", "l"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ı", "i"));
    private static final int LONGEST_LOCAL_PART = 64;

    private final String local;
    private final String domain;

    /**
     * @throws InvalidInputException under the field {@code pattern}: no placeholder or one that is not known, not exactly
     *     one at sign, a placeholder behind it, or nothing an address can be made of
     */
    public AddressPattern(String pattern) {
        var text = pattern.strip();
        var at = text.indexOf('@');
        if (at < 1 || at != text.lastIndexOf('@')) {
            throw invalid("people.address.error.atSign");
        }
        local = text.substring(0, at);
        domain = text.substring(at + 1).toLowerCase(Locale.ROOT);
        if (domain.contains("{") || domain.contains("}")) {
            throw invalid("people.address.error.domain");
        }
        var names = PLACEHOLDER
                .matcher(local)
                .results()
                .map(found -> found.group(1))
                .toList();
        if (names.isEmpty()) {
            throw invalid("people.address.error.noPlaceholder");
        }
        for (var name : names) {
            if (!PLACEHOLDERS.contains("{" + name + "}")) {
                throw new InvalidInputException(
                        "pattern",
                        Text.of("people.address.error.placeholder", "{" + name + "}", String.join(", ", PLACEHOLDERS)));
            }
        }
        var example = PLACEHOLDER.matcher(local).replaceAll("x") + "@" + domain;
        if (example.contains("{")
                || example.contains("}")
                || MailAddress.find(example, "").isEmpty()) {
            throw invalid("people.address.error.invalid");
        }
    }

    private static InvalidInputException invalid(String key) {
        return new InvalidInputException("pattern", Text.of(key, EXAMPLE));
    }

    /**
     * The address of a person.
     *
     * @param taken addresses others have, in lower case; where the plain address is among them, it gets a number: 2, 3 ...
     * @return empty where the name has no letter an address can hold
     */
    public Optional<String> address(PersonName name, String employeeNumber, Set<String> taken) {
        var first = letters(withoutInitials(name.given()));
        var last = letters(name.family());
        var values = Map.of(
                "first",
                first,
                "last",
                last,
                "f",
                first.isEmpty() ? "" : first.substring(0, 1),
                "l",
                last.isEmpty() ? "" : last.substring(0, 1),
                "number",
                letters(employeeNumber));
        var incomplete = PLACEHOLDER
                .matcher(local)
                .results()
                .allMatch(found -> values.getOrDefault(found.group(1), "").isEmpty());
        if (incomplete) {
            return Optional.empty();
        }
        var made = PLACEHOLDER
                .matcher(local)
                .replaceAll(found -> values.getOrDefault(found.group(1), ""))
                .replaceAll("[.]{2,}", ".")
                .replaceAll("^[._-]+|[._-]+$", "");
        for (var number = 1; ; number++) {
            var suffix = number == 1 ? "" : String.valueOf(number);
            var room = LONGEST_LOCAL_PART - suffix.length();
            var address = (made.length() > room ? made.substring(0, room) : made) + suffix + "@" + domain;
            if (!taken.contains(address.toLowerCase(Locale.ROOT))) {
                return MailAddress.find(address, "").map(MailAddress::address);
            }
        }
    }

    /** "Wilson K" goes by Wilson. */
    private static String withoutInitials(String given) {
        var words = given.split(" ");
        var kept = new StringBuilder();
        for (var word : words) {
            if (word.replace(".", "").length() > 1 || words.length == 1) {
                kept.append(word);
            }
        }
        return kept.isEmpty() ? given : kept.toString();
    }

    private static String letters(String text) {
        var lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var plain = new StringBuilder();
        lower.codePoints()
                .mapToObj(Character::toString)
                .forEach(letter -> plain.append(LETTERS.getOrDefault(letter, letter)));
        return Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("[^a-z0-9-]", "");
    }
}
