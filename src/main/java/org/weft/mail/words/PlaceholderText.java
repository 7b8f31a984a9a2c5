package org.weft.mail.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.weft.base.Text;
import org.weft.base.Translations;
import org.weft.mail.MailAddress;

/**
 * Texts with {@code {first name}} and its like in them. The names of all languages are understood in every text.
 * Such a text is data: it is filled here and nowhere else, and no template engine ever reads it as a template.
 */
@Component
public class PlaceholderText {

    private static final Pattern BRACES = Pattern.compile("\\{([^{}\\r\\n]{1,40})}");

    /** Quoted of what follows a brace that is never closed. */
    private static final int SNIPPET = 20;

    /** Letters after which one may know what is meant. */
    private static final int BEGINNING = 3;

    private final Translations translations;
    private final Map<MailPlaceholder, List<String>> names = new ConcurrentHashMap<>();

    PlaceholderText(Translations translations) {
        this.translations = translations;
    }

    /** As it is written in a text of that language, braces included. */
    public String write(MailPlaceholder placeholder, Locale locale) {
        return "{" + translations.translate(placeholder.key(), locale) + "}";
    }

    /** The text that ships, its placeholders written in its language. */
    public String shipped(MailPart part, Locale locale) {
        return part.shipped() == null
                ? ""
                : translations.translate(
                        part.shipped(),
                        locale,
                        part.named().stream()
                                .map(placeholder -> write(placeholder, locale))
                                .toArray());
    }

    /** With the values in place of the placeholders. What has no value stays as it is written. */
    public String fill(String text, Map<? extends MailPlaceholder, String> values) {
        return BRACES.matcher(text)
                .replaceAll(braces -> Matcher.quoteReplacement(
                        find(braces.group(1), values.keySet()).map(values::get).orElseGet(braces::group)));
    }

    /** All that keeps the text from being used, in the order it stands there. */
    public List<WordProblem> check(MailPart part, String text) {
        var problems = new ArrayList<WordProblem>();
        if (part.required() && text.isBlank()) {
            problems.add(whole("mail.words.problem.blank"));
        }
        if (part.form() == MailPart.Form.LINE && MailAddress.hasControl(text)) {
            problems.add(whole("mail.words.problem.lineBreak"));
        }
        if (text.length() > part.form().longest()) {
            problems.add(new WordProblem(
                    Text.of("mail.words.problem.long", part.form().longest()), "", null));
        }
        braces(text, part.offered(), problems);
        return problems;
    }

    private static WordProblem whole(String key) {
        return new WordProblem(Text.of(key), "", null);
    }

    private void braces(String text, List<? extends MailPlaceholder> offered, List<WordProblem> problems) {
        var at = 0;
        while (at < text.length()) {
            var sign = text.charAt(at);
            if (sign == '}') {
                problems.add(new WordProblem(Text.of("mail.words.problem.closed"), "", null));
            }
            if (sign != '{') {
                at++;
                continue;
            }
            var end = at + 1;
            while (end < text.length() && "{}\r\n".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            if (end < text.length() && text.charAt(end) == '}') {
                known(text.substring(at, end + 1), offered).ifPresent(problems::add);
                end++;
            } else {
                problems.add(unclosed(text.substring(at, end), offered));
            }
            at = end;
        }
    }

    /** What is wrong with something between braces, if something is. */
    private Optional<WordProblem> known(String written, List<? extends MailPlaceholder> offered) {
        var name = written.substring(1, written.length() - 1);
        if (find(name, offered).isPresent()) {
            return Optional.empty();
        }
        var near = nearest(fold(name), offered);
        return Optional.of(
                near == null
                        ? new WordProblem(Text.of("mail.words.problem.unknown", written), written, null)
                        : new WordProblem(Text.of("mail.words.problem.near", written, near), written, near));
    }

    /** Whoever forgot to close a known one has written its name, the longest that fits is meant; or is still writing it. */
    private WordProblem unclosed(String written, List<? extends MailPlaceholder> offered) {
        var open = written.substring(1).toLowerCase(Locale.ROOT);
        var quoted = written.length() > SNIPPET ? written.substring(0, SNIPPET) + "…" : written;
        var meant = offered.stream()
                .flatMap(placeholder -> names(placeholder).stream())
                .filter(open::startsWith)
                .max(Comparator.comparingInt(String::length));
        var begun = meant.map(name -> written.substring(0, name.length() + 1)).orElse(written);
        var instead = meant.isPresent() ? begun + "}" : nearest(fold(open), offered);
        return instead == null
                ? new WordProblem(Text.of("mail.words.problem.unclosed", quoted), "", null)
                : new WordProblem(Text.of("mail.words.problem.unclosedNear", quoted, instead), begun, instead);
    }

    /** The name that takes the fewest changes, if they are no more than a third of it; its beginning counts for the whole. */
    private @Nullable String nearest(String name, List<? extends MailPlaceholder> offered) {
        String best = null;
        var fewest = Integer.MAX_VALUE;
        for (var placeholder : offered) {
            for (var language : translations.languages()) {
                var candidate = translations.translate(placeholder.key(), language);
                var begun = name.length() >= BEGINNING && fold(candidate).startsWith(name);
                var changes = begun ? 1 : distance(name, fold(candidate));
                if (changes < fewest && changes <= Math.max(2, candidate.length() / 3)) {
                    fewest = changes;
                    best = "{" + candidate + "}";
                }
            }
        }
        return best;
    }

    private <P extends MailPlaceholder> Optional<P> find(String name, Collection<P> offered) {
        var folded = fold(name);
        return offered.stream()
                .filter(placeholder -> names(placeholder).contains(folded))
                .findFirst();
    }

    private List<String> names(MailPlaceholder placeholder) {
        return names.computeIfAbsent(
                placeholder,
                any -> translations.languages().stream()
                        .map(language -> fold(translations.translate(placeholder.key(), language)))
                        .toList());
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /** Letters to add, take out, replace or swap with their neighbour (optimal string alignment). */
    static int distance(String one, String other) {
        var steps = new int[one.length() + 1][other.length() + 1];
        for (var i = 0; i <= one.length(); i++) {
            for (var j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                var same = one.charAt(i - 1) == other.charAt(j - 1);
                steps[i][j] =
                        Math.min(Math.min(steps[i - 1][j], steps[i][j - 1]) + 1, steps[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[one.length()][other.length()];
    }
}
