package org.weft.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.mail.words.MailWordsService;
import org.weft.programs.BulkProgress;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

/** What HR wrote is what is sent, and stays the text it is. */
@WeftTest
class ReminderWordsTest {

    private static final Scope ALL = new Scope.Everybody();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);

    /** Whatever a template engine, MJML or a browser might take for more than text. */
    private static final String HOSTILE = "<script>alert(1)</script> <b>b</b> </mj-text><mj-raw>x &amp; \"q\" 'a'"
            + " [[7*7]] [(7*7)] $7*7 #7*7 __7*7__ th:text=\"7*7\" <!-- c --> ]]> \\ $1 |x|";

    @Autowired
    ReminderService reminders;

    @Autowired
    MailWordsService words;

    @Autowired
    Fixture fixture;

    private long german;
    private long english;

    @BeforeEach
    void twoWhoReadDifferentLanguages() {
        var boss = fixture.person("Bertha Boss");
        var cycle = fixture.cycle(fixture.program("Bridges"), "Q4 2026", Fixture.QUARTER_START, Fixture.QUARTER_END);
        var cohort = fixture.cohort(cycle, "Engineers", boss);
        var template = fixture.template("T1", "FRONT_LINE", 3);
        german = fixture.participant(
                cohort,
                fixture.person("Jörg", "Müller")
                        .email("joerg@example.com")
                        .language("de")
                        .add());
        english = fixture.participant(cohort, fixture.person("Ada Lovelace"));
        fixture.assignment(german, template, TODAY);
        fixture.assignment(english, template, TODAY);
        SignedIn.as(boss, Role.HR);
    }

    @Test
    void aMailSentAfterAnEditCarriesItsWordsInItsLanguageAndOthersTheShippedOnes() {
        change(
                Locale.GERMAN,
                Map.of(
                        "subject", "{Vorname}, kurz zu {Zyklus}",
                        "intro", "Hallo {Vorname},\n\nerster Absatz\nzweite Zeile",
                        "button", "Zum Plan, {Vorname}",
                        "closing", "Bis bald\n{Absender}",
                        "footer", "Wegen {Programm}."));

        reminders.send(ALL, new ReminderRequest("one", List.of(german, english), Map.of()), BulkProgress.SILENT);

        var mails = fixture.jdbc()
                .sql("select subject, text_body, html_body from message order by language")
                .query()
                .listOfRows();
        assertThat(mails.getFirst()).containsEntry("subject", "Jörg, kurz zu Q4 2026");
        assertThat((String) mails.getFirst().get("text_body"))
                .startsWith("Hallo Jörg,\n\nerster Absatz\nzweite Zeile\n\nEin offenes Ziel")
                .contains(
                        "Zum Plan, Jörg: https://weft.example.com/my-plan\n\nBis bald\nTest hr\n\n-- \nWegen Bridges.")
                .doesNotContain("Guten Tag", "Viele Grüße");
        assertThat((String) mails.getFirst().get("html_body"))
                .contains("erster Absatz<br>zweite Zeile", "Zum Plan, Jörg", "Bis bald<br>Test hr", "Wegen Bridges.");
        assertThat(mails.getLast()).containsEntry("subject", "Your objectives in Q4 2026");
        assertThat((String) mails.getLast().get("text_body"))
                .contains(
                        "Hi Ada,",
                        "Open my plan: ",
                        "Best regards\nTest hr",
                        "because you take part in Bridges, Q4 2026.");
    }

    @Test
    void whatALeadWritesTakesThePlaceOfSubjectAndTextOnly() {
        change(Locale.ENGLISH, Map.of("subject", "House", "intro", "House", "closing", "House closing"));
        assertThat(reminders.defaultWording(Locale.ENGLISH)).isEqualTo(new ReminderWording("House", "House"));

        var mail = reminders.render(
                ALL, english, Map.of(Locale.ENGLISH, new ReminderWording("Lead {first name}", "Lead text")));

        assertThat(mail.subject()).isEqualTo("Lead Ada");
        assertThat(mail.text()).startsWith("Lead text\n\n").contains("House closing");
    }

    @Test
    void markupAndTheLanguageOfTemplatesStayText() {
        change(
                Locale.ENGLISH,
                Map.of("subject", HOSTILE, "intro", HOSTILE, "button", HOSTILE, "closing", HOSTILE, "footer", HOSTILE));

        var mail = reminders.render(ALL, english, Map.of());

        assertThat(mail.subject()).isEqualTo(HOSTILE);
        assertThat(mail.text().split(java.util.regex.Pattern.quote(HOSTILE), -1))
                .as("text, button, closing and small print")
                .hasSize(5);
        assertThat(mail.html())
                .doesNotContain("<script", "<b>b", "<!-- c", "49", "mj-raw>x")
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;b&lt;/b&gt; &lt;/mj-text&gt;&lt;mj-raw&gt;x &amp;amp;")
                .contains("[[7*7]] [(7*7)] $7*7 #7*7 __7*7__ th:text=");
    }

    /** The check does not let these be saved; if they ever were, the engine still would not read them. */
    @Test
    void evenExpressionsThatGotIntoTheStoreAreNotEvaluated() {
        var expressions = "${7*7} #{reminders.mail.why} *{7*7} @{/x} ~{layout.mjml :: brand} __${7*7}__ [[${7*7}]]";
        for (var part : List.of("subject", "intro", "button", "closing", "footer")) {
            fixture.jdbc()
                    .sql("insert into mail_text (template, language, part, content, changed_at, changed_by_name)"
                            + " values ('reminder', 'en', ?, ?, ?, 'Eve')")
                    .params(part, expressions, Timestamp.from(TestClock.START))
                    .update();
        }

        var mail = reminders.render(ALL, english, Map.of());

        assertThat(mail.subject()).isEqualTo(expressions);
        assertThat(mail.text()).contains(expressions).doesNotContain("49", "because you take part");
        assertThat(mail.html()).contains(expressions).doesNotContain("49", "because you take part");
    }

    @Test
    void aTextThatIsLeftEmptyLeavesNoGap() {
        change(Locale.ENGLISH, Map.of("intro", "", "closing", "", "footer", ""));

        var mail = reminders.render(ALL, english, Map.of());

        assertThat(mail.text()).startsWith("One open objective").doesNotContain("Best regards");
    }

    private void change(Locale language, Map<String, String> changes) {
        var read = words.get("reminder", language).texts();
        var after = new HashMap<>(read);
        after.putAll(changes);
        words.save("reminder", language, read, after);
    }
}
