package org.weft.mail.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.weft.access.Role;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.testing.Fixture;
import org.weft.testing.Race;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
class MailWordsServiceTest {

    private static final Locale EN = Locale.ENGLISH;
    private static final Locale DE = Locale.GERMAN;

    @Autowired
    MailWordsService service;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Fixture fixture;

    @BeforeEach
    void hr() {
        SignedIn.as(Role.HR);
    }

    @Test
    void everythingReadsAsItShipsUntilItIsChanged() {
        var details = service.get("digest", DE);

        assertThat(details.texts()).isEqualTo(details.shipped()).containsEntry("opening", "Guten Tag {Vorname},");
        assertThat(details.texts()).containsEntry("closing", "");
        assertThat(service.list())
                .extracting(row -> row.mail().name(), row -> row.language().getLanguage(), MailWordsRow::changed)
                .containsExactly(
                        tuple("digest", "en", 0),
                        tuple("digest", "de", 0),
                        tuple("reminder", "en", 0),
                        tuple("reminder", "de", 0),
                        tuple("report", "en", 0),
                        tuple("report", "de", 0));
    }

    @Test
    void aChangeHoldsForItsLanguageAndIsInTheTrail() {
        change(DE, Map.of("subject", " Nur kurz, {Vorname} ", "intro", "Eins\r\n\r\nZwei"));

        assertThat(service.get("reminder", DE).texts())
                .containsEntry("subject", "Nur kurz, {Vorname}")
                .containsEntry("intro", "Eins\n\nZwei");
        assertThat(service.get("reminder", EN).texts())
                .isEqualTo(service.get("reminder", EN).shipped());
        var row = service.list().stream()
                .filter(one -> one.changed() > 0)
                .findFirst()
                .orElseThrow();
        assertThat(row.mail().name() + " " + row.language()).isEqualTo("reminder de");
        assertThat(row.changed()).isEqualTo(2);
        assertThat(row.changedBy()).isEqualTo("Test hr");
        assertThat(row.changedAt()).isEqualTo(TestClock.START);
        assertThat(trail())
                .containsExactly(
                        "MAIL_TEXT_CHANGED reminder · de · subject Ihre Ziele in {Zyklus} → Nur kurz, {Vorname}",
                        "MAIL_TEXT_CHANGED reminder · de · intro "
                                + service.get("reminder", DE).shipped().get("intro") + " → Eins\n\nZwei");
    }

    @Test
    void theShippedTextIsRestoredByKeepingNothing() {
        change(EN, Map.of("subject", "Mine", "closing", ""));
        var changed = service.get("reminder", EN);
        assertThat(changed.texts()).containsEntry("closing", "");

        service.save("reminder", EN, changed.texts(), changed.shipped());

        assertThat(fixture.count("mail_text")).isZero();
        assertThat(trail().getLast()).isEqualTo("MAIL_TEXT_RESTORED reminder · en · closing  → Best regards\n{sender}");
    }

    @Test
    void whoeverWasSlowerIsToldAndNothingIsSaved() {
        var read = service.get("reminder", EN).texts();
        change(EN, Map.of("subject", "First"));

        assertThatThrownBy(() -> service.save("reminder", EN, read, with(read, "subject", "Second", "intro", "Mine")))
                .isInstanceOf(StaleEditException.class);
        assertThat(service.get("reminder", EN).texts())
                .containsEntry("subject", "First")
                .containsEntry("intro", read.get("intro"));
    }

    @Test
    void whatWasRestoredAndChangedAgainMeanwhileIsNoticed() {
        change(EN, Map.of("subject", "First"));
        var read = service.get("reminder", EN);
        service.save("reminder", EN, read.texts(), read.shipped());
        change(EN, Map.of("subject", "Other"));

        assertThatThrownBy(() -> service.save("reminder", EN, read.texts(), with(read.texts(), "subject", "Mine")))
                .isInstanceOf(StaleEditException.class);
    }

    @Test
    void twoWhoEditDifferentTextsDoNotDisturbEachOther() {
        var read = service.get("reminder", EN).texts();
        change(EN, Map.of("subject", "First"));

        service.save("reminder", EN, read, with(read, "intro", "Second"));

        assertThat(service.get("reminder", EN).texts())
                .containsEntry("subject", "First")
                .containsEntry("intro", "Second");
    }

    @Test
    void ofTwoAtTheSameMomentOneWins() throws Exception {
        var read = service.get("reminder", EN).texts();

        var refused = Race.between(
                transactions, () -> service.save("reminder", EN, read, with(read, "subject", "One")), () -> {
                    SignedIn.as(Role.HR);
                    return catchThrowable(() -> service.save("reminder", EN, read, with(read, "subject", "Two")));
                });

        assertThat(refused).isInstanceOf(StaleEditException.class);
        assertThat(service.get("reminder", EN).texts()).containsEntry("subject", "One");
        assertThat(fixture.count("audit_entry")).isEqualTo(1);
    }

    @Test
    void aTextThatCannotBeUsedIsRefusedAtItsPart() {
        assertRefused(Map.of("subject", " "), "subject", "mail.words.problem.blank");
        assertRefused(Map.of("subject", "a\r\nBcc: eve@example.com"), "subject", "mail.words.problem.lineBreak");
        assertRefused(Map.of("intro", "{shoe size}"), "intro", "mail.words.problem.unknown");
        assertRefused(Map.of("intro", "${7*7}"), "intro", "mail.words.problem.unknown");
        assertRefused(Map.of("subject", "Fine", "intro", "{"), "intro", "mail.words.problem.unclosed");
        assertThat(fixture.count("mail_text")).isZero();
    }

    @Test
    void thereIsNothingElseToEdit() {
        assertThatThrownBy(() -> service.get("layout", EN)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> service.get("reminder", Locale.FRENCH)).isInstanceOf(NotFoundException.class);
        service.save("reminder", EN, Map.of(), Map.of("nonsense", "x"));
        assertThat(fixture.count("mail_text")).isZero();
    }

    @Test
    void onlyHrAndAdministratorsEdit() {
        SignedIn.as(Role.ADMIN);
        assertThat(service.list()).isNotEmpty();
        SignedIn.as(Role.MANAGER);
        assertThatThrownBy(() -> service.list()).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> change(EN, Map.of("subject", "x"))).isInstanceOf(AccessDeniedException.class);
    }

    private void change(Locale language, Map<String, String> changes) {
        var read = service.get("reminder", language).texts();
        var after = new HashMap<>(read);
        after.putAll(changes);
        service.save("reminder", language, read, after);
    }

    private static Map<String, String> with(Map<String, String> texts, String... changes) {
        var changed = new HashMap<>(texts);
        for (var at = 0; at < changes.length; at += 2) {
            changed.put(changes[at], changes[at + 1]);
        }
        return changed;
    }

    private void assertRefused(Map<String, String> changes, String field, String key) {
        assertThatThrownBy(() -> change(EN, changes)).isInstanceOfSatisfying(InvalidInputException.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.text().key()).isEqualTo(key);
        });
    }

    private List<String> trail() {
        return fixture.jdbc()
                .sql("select action || ' ' || subject_name || ' ' || detail from audit_entry order by id")
                .query(String.class)
                .list();
    }
}
