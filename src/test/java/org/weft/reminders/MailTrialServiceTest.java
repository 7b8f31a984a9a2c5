package org.weft.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.weft.access.Role;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
class MailTrialServiceTest {

    private static final Locale EN = Locale.ENGLISH;

    @Autowired
    MailTrialService trials;

    @Autowired
    Fixture fixture;

    private long lead;
    private long ada;

    @BeforeEach
    void somebodyWhoTakesPart() {
        lead = fixture.person("Bertha", "Boss").email("bertha@example.com").add();
        var cycle = fixture.cycle(fixture.program("Bridges"), "Q4 2026", Fixture.QUARTER_START, Fixture.QUARTER_END);
        ada = fixture.person("Ada Lovelace");
        var participant = fixture.participant(fixture.cohort(cycle, "Engineers", lead), ada);
        fixture.assignment(participant, fixture.template("T1", "FRONT_LINE", 3), LocalDate.of(2026, 11, 20));
        fixture.figures(participant, Map.of("live_count", 1, "not_started_count", 1));
        SignedIn.as(lead, Role.HR);
    }

    @Test
    void whatIsTypedIsShownWithARealPersonInAnyLanguage() {
        var reminder = trials.show("reminder", Locale.GERMAN, Map.of("subject", "Na, {Vorname}?"), ada);
        assertThat(reminder.invented()).isFalse();
        assertThat(reminder.mail().subject()).isEqualTo("Na, Ada?");
        assertThat(reminder.mail().text()).contains("Guten Tag Ada,", "Objective T1", "Fällig am 20.11.2026");

        var digest = trials.show("digest", EN, Map.of("opening", "Dear {full name}"), ada);
        assertThat(digest.invented()).isFalse();
        assertThat(digest.mail().text())
                .startsWith("Dear Ada Lovelace\n\nBridges · Q4 2026")
                .contains("Objective T1");

        var toLead = trials.show("digest", EN, Map.of("subjectPerson", "{number of people} waits"), lead);
        assertThat(toLead.mail().subject()).isEqualTo("1 waits");
        assertThat(toLead.mail().text()).contains("Ada Lovelace");
    }

    @Test
    void whoTakesPartInNothingIsShownAnOccasionThatIsMadeUp() {
        var newcomer = fixture.person("Nora Newcomer");
        for (var mail : new String[] {"reminder", "digest"}) {
            var shown = trials.show(mail, EN, Map.of(), newcomer);
            assertThat(shown.invented()).isTrue();
            assertThat(shown.mail().text()).contains("Hi Nora,", "Learn how the next team works");
            assertThat(trials.show(mail, EN, Map.of(), null).mail().text()).contains("Hi Robin,");
        }
    }

    @Test
    void noLinkInAnExampleActsForThePerson() {
        for (var name : List.of("digest", "reminder")) {
            var mail = trials.show(name, EN, Map.of(), ada).mail();

            assertThat(mail.text()).contains("https://weft.example.com/silence/\n");
            assertThat(mail.html()).doesNotContainPattern("silence/[\\w-]");
        }
    }

    @Test
    void nobodyIsShownWhoTheAccountMayNotSee() {
        SignedIn.as(Role.ADMIN);
        for (var mail : new String[] {"reminder", "digest"}) {
            assertThatThrownBy(() -> trials.show(mail, EN, Map.of(), ada)).isInstanceOf(NotFoundException.class);
            assertThat(trials.show(mail, EN, Map.of(), null).invented()).isTrue();
        }
        SignedIn.as(Role.MANAGER);
        assertThatThrownBy(() -> trials.show("digest", EN, Map.of(), null)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aTestGoesToOneselfMarkedAndOncePerClick() {
        account(SignedIn.as(lead, Role.HR).id());

        assertThat(trials.send("digest", EN, Map.of("subjectOwn", "New words"), ada, "click")
                        .held())
                .isEqualTo(1);
        assertThat(trials.send("digest", EN, Map.of("subjectOwn", "New words"), ada, "click")
                        .known())
                .isEqualTo(1);
        trials.send("digest", Locale.GERMAN, Map.of(), ada, "another click");

        assertThat(fixture.jdbc()
                        .sql(
                                "select to_address, subject, kind, unsubscribe_address, person_id from message order by id")
                        .query()
                        .listOfRows())
                .hasSize(2)
                .first()
                .satisfies(row -> assertThat(row)
                        .containsEntry("to_address", "bertha@example.com")
                        .containsEntry("subject", "Test: New words")
                        .containsEntry("kind", "TEST")
                        .containsEntry("unsubscribe_address", null)
                        .containsEntry("person_id", null));
    }

    @Test
    void withoutAnAddressThereIsNoTest() {
        assertThat(trials.ownAddress()).isEmpty();
        assertThatThrownBy(() -> trials.send("digest", EN, Map.of(), null, "click"))
                .isInstanceOf(InvalidInputException.class);
    }

    private void account(long id) {
        fixture.jdbc()
                .sql("""
                        insert into account (id, username, display_name, person_id, language, time_zone, created_at)
                        values (?, 'bertha', 'Bertha Boss', ?, 'en', 'UTC', ?)""")
                .params(id, lead, Timestamp.from(TestClock.START))
                .update();
    }
}
