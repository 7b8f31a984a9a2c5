package org.weft.reminders.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weft.reminders.policy.PolicyScene.TODAY;
import static org.weft.reminders.policy.PolicyScene.terms;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.mail.words.MailWordsService;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

/** Digests in the words of the house. */
@WeftTest
class DigestWordsTest {

    @Autowired
    Fixture fixture;

    @Autowired
    ReminderPlanner planner;

    @Autowired
    DigestSender sender;

    @Autowired
    MailWordsService words;

    @Autowired
    TestClock clock;

    private PolicyScene scene;

    @BeforeEach
    void dueToday() {
        scene = new PolicyScene(fixture);
        SignedIn.as(Role.HR);
    }

    @Test
    void eachReadsTheWordsOfTheOwnLanguage() {
        scene.participant(
                fixture.person("Jörg", "Müller")
                        .email("joerg@example.com")
                        .language("de")
                        .add(),
                TODAY);
        scene.participant(fixture.person("Ada Ready"), TODAY);
        scene.policy(terms(TriggerKind.DUE_TODAY, 0));
        change(
                Locale.GERMAN,
                Map.of(
                        "subjectOwn", "{Vorname}: {Zyklus}",
                        "opening", "Moin {Vorname},\n\nkurz und gut:",
                        "buttonPlan", "Los",
                        "closing", "Euer {Programm}",
                        "footer", "",
                        "silence", "Weniger davon"));

        send();

        var german = mail("Jörg Müller");
        assertThat(german).containsEntry("subject", "Jörg: Q4 2026");
        assertThat((String) german.get("text_body"))
                .startsWith("Moin Jörg,\n\nkurz und gut:\n\nBridges · Q4 2026\n")
                .contains("Los: https://", "Euer Bridges\n\n-- \n", "Weniger davon: https://");
        assertThat((String) german.get("html_body"))
                .contains("Moin Jörg,", "kurz und gut:", "Euer Bridges", ">Weniger davon<");
        var english = mail("Ada Ready");
        assertThat(english).containsEntry("subject", "Where your objectives in Q4 2026 stand");
        assertThat((String) english.get("text_body")).startsWith("Hi Ada,\n\n").contains("Open my plan: ");
    }

    @Test
    void theSubjectToLeadsSaysHowMany() {
        scene.submit(scene.participant("Bo Waits", TODAY), Instant.parse("2026-11-14T09:00:00Z"));
        scene.policy(terms(TriggerKind.TO_REVIEW, 3, PolicyRecipient.LEAD));
        change(Locale.ENGLISH, Map.of("subjectPeople", "{number of people} wait, {first name}"));
        send();
        assertThat(mail("Bertha Boss")).containsEntry("subject", "One of your people needs a word");

        fixture.jdbc().sql("delete from message").update();
        scene.submit(scene.participant("Cy Waits", TODAY), Instant.parse("2026-11-17T09:00:00Z"));
        scene.submit(scene.participant("Di Waits", TODAY), Instant.parse("2026-11-17T09:00:00Z"));
        clock.set(Instant.parse("2026-11-20T09:00:00Z"));
        planner.plan();
        sender.sendDue();
        assertThat((String) mail("Bertha Boss").get("subject")).endsWith(" wait, Bertha");
    }

    private void send() {
        clock.set(Instant.parse("2026-11-17T09:00:00Z"));
        planner.plan();
        sender.sendDue();
    }

    private Map<String, Object> mail(String to) {
        return fixture.jdbc()
                .sql("select subject, text_body, html_body from message where to_name = ?")
                .param(to)
                .query()
                .singleRow();
    }

    private void change(Locale language, Map<String, String> changes) {
        var read = words.get("digest", language).texts();
        var after = new HashMap<>(read);
        after.putAll(changes);
        words.save("digest", language, read, after);
    }
}
