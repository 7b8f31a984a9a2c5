package org.weft.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weft.access.AccountDetails;
import org.weft.access.ExecutiveReach;
import org.weft.access.Role;
import org.weft.base.InvalidInputException;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;

class LoggingRulesTest extends ConversationScene {

    @BeforeEach
    void signIn() {
        SignedIn.as(mo, Role.MEMBER);
    }

    void refused(String field, ConversationDraft draft) {
        var problem =
                catchThrowableOfType(InvalidInputException.class, () -> conversations.log(currentUser.scope(), draft));
        assertThat(problem).isNotNull();
        assertThat(problem.field()).isEqualTo(field);
        assertThat(fixture.count("conversation")).isZero();
        assertThat(fixture.count("audit_entry")).isZero();
    }

    @Test
    void tomorrowIsRefusedWhereTheLoggerIs() {
        refused("heldOn", draft(TODAY.plusDays(1), Set.of(mo, pia), "x", Set.of()));

        SignedIn.with(inZone("Pacific/Kiritimati"));
        clock.set(TestClock.START.plusSeconds(4 * 3600));
        conversations.log(currentUser.scope(), draft(TODAY.plusDays(1), Set.of(mo, pia), "x", Set.of()));
    }

    private AccountDetails inZone(String zone) {
        return new AccountDetails(
                7,
                "mo",
                "Mo",
                null,
                true,
                Set.of(Role.MEMBER),
                mo,
                ExecutiveReach.WHOLE,
                Locale.ENGLISH,
                ZoneId.of(zone));
    }

    @Test
    void aDateNobodyRemembersOrNoneIsRefused() {
        refused("heldOn", draft(LocalDate.of(1926, 11, 3), Set.of(mo, pia), "x", Set.of()));
        refused("heldOn", draft(null, Set.of(mo, pia), "x", Set.of()));
    }

    @Test
    void nobodyAndOnlyOneAreRefused() {
        refused("personIds", draft(Set.of(), Set.of()));
        refused("personIds", draft(Set.of(mo), Set.of()));
    }

    @Test
    void peopleWhoAreGoneOrWereNeverThereAreRefused() {
        var gone = fixture.person("Gone", "Girl").inactive().add();
        refused("personIds", draft(Set.of(mo, gone), Set.of()));
        refused("personIds", draft(Set.of(mo, 4_711_000L), Set.of()));
    }

    @Test
    void moreThanAHundredPeopleAreRefused() {
        var many = new HashSet<Long>();
        for (long id = 1; id <= 101; id++) {
            many.add(id);
        }
        refused("personIds", draft(many, Set.of()));
    }

    @Test
    void blankAndOverlongTextsAreRefused() {
        refused("exchanged", draft(DAY, Set.of(mo, pia), " \n\t ", Set.of()));
        refused("exchanged", draft(DAY, Set.of(mo, pia), "x".repeat(10_001), Set.of()));
        var long2000 = new ConversationDraft(
                "r", DAY, ConversationKind.TALK, Set.of(mo, pia), "x", "y".repeat(2001), null, Set.of());
        refused("agreed", long2000);
        var noKind = new ConversationDraft("r", DAY, null, Set.of(mo, pia), "x", null, null, Set.of());
        refused("kind", noKind);
    }

    @Test
    void textIsKeptAsTheTextItIs() {
        var hostile = "<img src=x onerror=alert(1)> 🧵👩🏽‍💻 שלום مرحبا =cmd()|' /C calc'!A0 " + "x".repeat(3000);
        var id = conversations.log(
                currentUser.scope(), draft(DAY, Set.of(mo, pia), "  " + hostile + "\0\r\nEnd ", Set.of()));
        assertThat(fixture.row("conversation", id)).containsEntry("exchanged", hostile + "\nEnd");
    }

    @Test
    void fourThousandEmojiWorthOfTextFits() {
        conversations.log(currentUser.scope(), draft(DAY, Set.of(mo, pia), "🧵".repeat(2000), Set.of()));
        assertThat(listOf(mo).getFirst().exchanged()).hasSize(4000);
    }

    @Test
    void objectivesOfSomebodyWhoWasNotThereAreRefused() {
        refused("assignmentIds", draft(Set.of(mo, pia), Set.of(assigned(niaIn, "A", 2, "CONVERSATIONS"))));
    }

    @Test
    void objectivesThatHaveEndedOrLieInAnotherCycleAreRefused() {
        var done = assigned(moIn, "A", 2, "CONVERSATIONS");
        fixture.jdbc()
                .sql("update assignment set status = 'COMPLETED' where id = ?")
                .param(done)
                .update();
        refused("assignmentIds", draft(Set.of(mo, pia), Set.of(done)));
        var open = assigned(moIn, "B", 2, "CONVERSATIONS");
        refused("assignmentIds", draft(LocalDate.of(2026, 9, 30), Set.of(mo, pia), "x", Set.of(open)));
    }
}
