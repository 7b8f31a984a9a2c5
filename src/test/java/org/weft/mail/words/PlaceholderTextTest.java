package org.weft.mail.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.weft.base.Translations;
import org.weft.mail.words.MailPart.Form;
import org.weft.reminders.Placeholder;

class PlaceholderTextTest {

    private static final AnnotationConfigApplicationContext BEANS =
            new AnnotationConfigApplicationContext(Translations.class);
    private static final List<Placeholder> OFFERED =
            List.of(Placeholder.FIRST_NAME, Placeholder.CYCLE, Placeholder.NEXT_DUE);
    private static final MailPart LINE = part(Form.LINE, true);
    private static final MailPart TEXT = part(Form.TEXT, false);

    private final PlaceholderText placeholders = new PlaceholderText(BEANS.getBean(Translations.class));

    @AfterAll
    static void close() {
        BEANS.close();
    }

    private static MailPart part(Form form, boolean required) {
        return new MailPart(
                "part", "any", "reminders.digest.hello", List.of(Placeholder.FIRST_NAME), OFFERED, form, required);
    }

    @Test
    void theShippedTextNamesItsPlaceholdersInItsLanguage() {
        assertThat(placeholders.shipped(LINE, Locale.ENGLISH)).isEqualTo("Hi {first name},");
        assertThat(placeholders.shipped(LINE, Locale.GERMAN)).isEqualTo("Guten Tag {Vorname},");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Hi {first name}, {  Vorname } and {ZYKLUS}", "no braces", "{next due}", "<b>&amp; [[7*7]]"})
    void whatIsKnownIsFineInEveryLanguageAndCase(String text) {
        assertThat(placeholders.check(LINE, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "{frist name},{first name}",
        "{firstname},{first name}",
        "{Vornahme},{Vorname}",
        "{cicle},{cycle}",
        "{Zyclus},{Zyklus}",
        "{next},{next due}",
        "{nächste Fäligkeit},{nächste Fälligkeit}"
    })
    void theNearestIsOfferedForWhatIsNotKnown(String written, String near) {
        assertThat(placeholders.check(TEXT, "Hello " + written + ", hello"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.text().key()).isEqualTo("mail.words.problem.near");
                    assertThat(problem.text().args()).containsExactly(written, near);
                    assertThat(problem.written()).isEqualTo(written);
                    assertThat(problem.instead()).isEqualTo(near);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{shoe size}", "${7*7}", "#{reminders.mail.why}", "{sender}", "{{7*7}}"})
    void whatNothingIsNearToIsToldToo(String text) {
        assertThat(keys(TEXT, text)).contains("mail.words.problem.unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "'Hi {first name, how are you',{first name,{first name}",
        "'{next due is near\n} and',{next due,{next due}",
        "'{Vorname',{Vorname,{Vorname}",
        "'Hi {vornam',{vornam,{Vorname}",
        "'Hi {fir\n there',{fir,{first name}"
    })
    void aBraceThatIsNeverClosedIsToldWithWhatWasMeant(String text, String written, String instead) {
        var problem = placeholders.check(TEXT, text).getFirst();

        assertThat(problem.text().key()).isEqualTo("mail.words.problem.unclosedNear");
        assertThat(problem.written()).isEqualTo(written);
        assertThat(text.replace(problem.written(), String.valueOf(problem.instead())))
                .contains(instead);
    }

    @Test
    void otherBracesThatDoNotMatchAreTold() {
        assertThat(keys(TEXT, "a { b")).containsExactly("mail.words.problem.unclosed");
        assertThat(keys(TEXT, "a } b")).containsExactly("mail.words.problem.closed");
        assertThat(keys(TEXT, "{cycle {first name}")).containsExactly("mail.words.problem.unclosedNear");
    }

    @Test
    void aLineIsNotEmptyHasNoBreakAndAnEnd() {
        assertThat(keys(LINE, "  ")).containsExactly("mail.words.problem.blank");
        assertThat(keys(LINE, "a\nb")).containsExactly("mail.words.problem.lineBreak");
        assertThat(keys(LINE, "a\u2028b")).containsExactly("mail.words.problem.lineBreak");
        assertThat(keys(LINE, "x".repeat(201))).containsExactly("mail.words.problem.long");
        assertThat(keys(TEXT, "")).isEmpty();
        assertThat(keys(TEXT, "a\n\nb")).isEmpty();
        assertThat(keys(TEXT, "x".repeat(2001))).containsExactly("mail.words.problem.long");
    }

    @Test
    void aValueIsPutInAsItIsAndNeverReadAgain() {
        var values = Map.of(Placeholder.FIRST_NAME, "{cycle} $1 \\ ${7*7}", Placeholder.CYCLE, "Q4");

        assertThat(placeholders.fill("{first name}|{Zyklus}|{sender}|{", values))
                .isEqualTo("{cycle} $1 \\ ${7*7}|Q4|{sender}|{");
    }

    @Test
    void swappedLettersAreOneChange() {
        assertThat(PlaceholderText.distance("frist", "first")).isEqualTo(1);
        assertThat(PlaceholderText.distance("", "abc")).isEqualTo(3);
        assertThat(PlaceholderText.distance("cycle", "cycle")).isZero();
    }

    private List<String> keys(MailPart part, String text) {
        return placeholders.check(part, text).stream()
                .map(problem -> problem.text().key())
                .toList();
    }
}
