package org.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.weft.access.Role;
import org.weft.conversations.ConversationKind;
import org.weft.mail.MailTestOutcome;
import org.weft.mail.MessageStatus;
import org.weft.objectives.AssignmentStatus;
import org.weft.objectives.Health;
import org.weft.objectives.Measure;
import org.weft.objectives.ObjectiveType;
import org.weft.objectives.PlanKind;
import org.weft.people.Level;
import org.weft.programs.ProgramStatus;
import org.weft.reminders.policy.HeldBackReason;
import org.weft.reminders.policy.ReminderState;
import org.weft.reports.downloads.DownloadState;

/** Every text is there in every language, says the same, and is said somewhere. */
class TranslationsTest {

    private static final Path MAIN = Path.of("src/main");
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    /** A string in Java, and what a template asks for: {@code "people.add"}, {@code #{mail.greeting}}. */
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z0-9_-]+)*\\.?)\"");

    private static final Pattern COMMENT = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern IN_TEMPLATE = Pattern.compile("['{]([a-z]+(?:\\.[A-Za-z0-9_-]+)+)['}(]");
    private static final Pattern AUDITED = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)*)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    /** Looks like a key and is none: settings of the mail library, names of files and of locks. */
    private static final Pattern NO_KEY = Pattern.compile(
            "people\\.(directory|level-rules)|mail\\.(smtp|mime|debug|transport|host|port).*|.*\\.(css|js|svg|csv|xlsx|html|mjml|txt)");

    /** Keys made of a prefix and the name of an enum's constant: each constant needs one, and no other has a place. */
    private static final Map<String, Set<String>> ENUMS = Map.ofEntries(
            Map.entry("role.", names(Role.values())),
            Map.entry("level.", names(Level.values())),
            Map.entry("status.", names(AssignmentStatus.values(), MessageStatus.values(), ProgramStatus.values())),
            Map.entry("health.", names(Health.values())),
            Map.entry("measure.", names(Measure.values())),
            Map.entry("objectivetype.", names(ObjectiveType.values())),
            Map.entry("plankind.", names(PlanKind.values())),
            Map.entry("conversationkind.", names(ConversationKind.values())),
            Map.entry("mail.test.words.", names(MailTestOutcome.values())),
            Map.entry("mail.test.next.", names(MailTestOutcome.values())),
            Map.entry("reminders.heldback.", names(HeldBackReason.values())),
            Map.entry("reports.download.state.", names(DownloadState.values())),
            Map.entry("reminders.state.", names(ReminderState.values())));

    /** Overdue is no status of an assignment; it is worked out, and shown as one. */
    private static final Set<String> WORKED_OUT = Set.of("status.OVERDUE");

    private static final Map<Locale, Map<String, String>> texts = new HashMap<>();
    private static final Set<String> literals = new TreeSet<>();
    private static final Set<String> audited = new HashSet<>();

    @BeforeAll
    static void read() throws IOException {
        for (var language : LANGUAGES) {
            texts.put(language, load(language));
        }
        try (var files = Files.walk(MAIN)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = file.toString();
                if (name.endsWith(".java")) {
                    var source = COMMENT.matcher(Files.readString(file)).replaceAll("");
                    LITERAL.matcher(source).results().forEach(found -> literals.add(found.group(1)));
                    AUDITED.matcher(source).results().forEach(found -> audited.add(found.group(1)));
                } else if (name.endsWith(".html") || name.endsWith(".mjml") || name.endsWith(".txt")) {
                    IN_TEMPLATE
                            .matcher(Files.readString(file))
                            .results()
                            .forEach(found -> literals.add(found.group(1)));
                }
            }
        }
    }

    @Test
    void everyLanguageHasTheSameKeys() {
        assertThat(texts.get(Locale.GERMAN).keySet())
                .containsExactlyInAnyOrderElementsOf(texts.get(Locale.ENGLISH).keySet());
    }

    @Test
    void everyKeyInTheSourcesHasAText() {
        var keys = texts.get(Locale.ENGLISH).keySet();
        var families =
                keys.stream().map(key -> key.substring(0, key.indexOf('.') + 1)).collect(Collectors.toSet());
        var missing = literals.stream()
                .filter(literal -> families.stream().anyMatch(literal::startsWith))
                .filter(literal ->
                        !literal.endsWith(".") && !NO_KEY.matcher(literal).matches())
                .filter(literal -> !keys.contains(literal))
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTextIsUsed() {
        var unused = texts.get(Locale.ENGLISH).keySet().stream()
                .filter(key -> !literals.contains(key))
                .filter(key -> !isUsedByPrefix(key))
                .sorted()
                .toList();
        assertThat(unused).isEmpty();
    }

    private static boolean isUsedByPrefix(String key) {
        if (key.startsWith("audit.action.")) {
            return audited.contains(key.substring("audit.action.".length()));
        }
        for (var family : ENUMS.entrySet()) {
            if (key.startsWith(family.getKey())) {
                return WORKED_OUT.contains(key)
                        || family.getValue()
                                .contains(key.substring(family.getKey().length()));
            }
        }
        var prefix = key.substring(0, key.lastIndexOf('.') + 1);
        return literals.contains(prefix);
    }

    @Test
    void everyConstantOfAnEnumHasAWord() {
        ENUMS.forEach((prefix, names) -> assertThat(texts.get(Locale.ENGLISH))
                .containsKeys(names.stream().map(prefix::concat).toArray(String[]::new)));
    }

    @Test
    void everyLanguageHasTheSamePlaceholders() {
        var english = texts.get(Locale.ENGLISH);
        texts.get(Locale.GERMAN)
                .forEach((key, text) ->
                        assertThat(placeholders(text)).as(key).isEqualTo(placeholders(english.getOrDefault(key, ""))));
    }

    @Test
    void everyTextIsAPatternThatCanBeFilled() {
        texts.forEach((language, all) -> all.forEach((key, text) -> {
            var format = new MessageFormat(text, language);
            assertThat(format.format(new Object[] {1, 2, 3, 4, 5, 6}))
                    .as("%s in %s", key, language)
                    .isNotBlank();
        }));
    }

    /** A single one would vanish, and take the placeholders behind it along. */
    @Test
    void apostrophesAreWrittenTwice() {
        var lone = new ArrayList<String>();
        texts.forEach((language, all) -> all.forEach((key, text) -> {
            var runs = Pattern.compile("'+")
                    .matcher(text.replaceAll("'\\{[^'{}]*\\}'|'[{}]'", ""))
                    .results();
            if (runs.anyMatch(run -> run.group().length() % 2 == 1)) {
                lone.add(key + " in " + language);
            }
        }));
        assertThat(lone).isEmpty();
    }

    @Test
    void nothingIsShouted() {
        texts.forEach((language, all) -> assertThat(all.values()).noneMatch(text -> text.contains("!")));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Map<String, String> load(Locale language) throws IOException {
        var all = new HashMap<String, String>();
        try (var files = Files.list(MAIN.resolve("resources/i18n"))) {
            for (var file : files.filter(path -> path.toString().endsWith("_" + language + ".properties"))
                    .toList()) {
                var properties = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> all.put((String) key, (String) text));
            }
        }
        return all;
    }

    private static Set<String> names(Enum<?>[]... enums) {
        return Stream.of(enums).flatMap(Stream::of).map(Enum::name).collect(Collectors.toSet());
    }
}
