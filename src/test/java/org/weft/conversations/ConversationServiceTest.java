package org.weft.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.weft.access.AccountDetails;
import org.weft.access.CurrentUser;
import org.weft.access.ExecutiveReach;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

/**
 * Lena leads Mo and Nia of the team Dispatch; Omar leads Pia of the team Returns. Mo, Nia and Pia take part in the
 * current quarter.
 */
@WeftTest
class ConversationServiceTest {

    static final LocalDate DAY = LocalDate.of(2026, 11, 3);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    static final Pageable FIRST = PageRequest.of(0, 20);

    @Autowired
    ConversationService conversations;

    @Autowired
    CurrentUser currentUser;

    @Autowired
    Fixture fixture;

    @Autowired
    TestClock clock;

    long dispatch;
    long returns;
    long lena;
    long mo;
    long nia;
    long omar;
    long pia;
    long cohort;
    long moIn;
    long niaIn;
    long piaIn;

    @BeforeEach
    void people() {
        dispatch = fixture.team("Dispatch");
        returns = fixture.team("Returns");
        lena = fixture.person("Lena", "Lead").team(dispatch).add();
        mo = fixture.person("Mo", "Member").team(dispatch).manager(lena).add();
        nia = fixture.person("Nia", "Near").team(dispatch).manager(lena).add();
        omar = fixture.person("Omar", "Other").team(returns).add();
        pia = fixture.person("Pia", "Peer").team(returns).manager(omar).add();
        cohort = fixture.cohort(fixture.cycle(), "All", null);
        moIn = fixture.participant(cohort, mo);
        niaIn = fixture.participant(cohort, nia);
        piaIn = fixture.participant(cohort, pia);
    }

    long assigned(long participant, String code, int target, String measure) {
        var template = fixture.template(code, "FRONT_LINE", target);
        fixture.jdbc()
                .sql("update objective_template set measure = ? where id = ?")
                .params(measure, template)
                .update();
        return fixture.assignment(participant, template, LocalDate.of(2026, 12, 1));
    }

    ConversationDraft draft(Set<Long> people, Set<Long> assignments) {
        return draft(DAY, people, "How returns reach dispatch", assignments);
    }

    ConversationDraft draft(LocalDate day, Set<Long> people, String exchanged, Set<Long> assignments) {
        return new ConversationDraft(
                UUID.randomUUID().toString(),
                day,
                ConversationKind.TALK,
                people,
                exchanged,
                "A shared list",
                null,
                assignments);
    }

    long log(Set<Long> people, Long... assignments) {
        return conversations.log(currentUser.scope(), draft(people, Set.of(assignments)));
    }

    int version(long id) {
        return ((Number) fixture.row("conversation", id).get("version")).intValue();
    }

    int achieved(long assignment) {
        return ((Number) fixture.row("assignment", assignment).get("achieved")).intValue();
    }

    String status(long assignment) {
        return (String) fixture.row("assignment", assignment).get("status");
    }

    void assertCounts(long participant, int all, int external) {
        assertThat(fixture.row("participant", participant))
                .containsEntry("conversation_count", all)
                .containsEntry("external_count", external);
    }

    List<ConversationRow> listOf(long person) {
        return conversations.ofPerson(currentUser.scope(), person, ConversationFilter.all(), FIRST);
    }

    @Nested
    class Logging {

        @Test
        void movesThePlanOfEverybodyWhoTookPart() {
            var mine = assigned(moIn, "A", 2, "CONVERSATIONS");
            var hers = assigned(piaIn, "B", 4, "CONVERSATIONS");
            SignedIn.as(mo, Role.MEMBER);
            log(Set.of(mo, pia), mine, hers);

            assertThat(achieved(mine)).isEqualTo(1);
            assertThat(achieved(hers)).isEqualTo(1);
            assertThat(status(mine)).isEqualTo("IN_PROGRESS");
            assertThat(status(hers)).isEqualTo("IN_PROGRESS");
            assertThat(fixture.row("participant", moIn).get("progress").toString())
                    .startsWith("0.5");
            assertThat(fixture.row("participant", piaIn).get("progress").toString())
                    .startsWith("0.25");
            assertThat(fixture.row("participant", moIn)).containsEntry("not_started_count", 0);
            assertCounts(moIn, 1, 1);
            assertCounts(piaIn, 1, 1);
            assertCounts(niaIn, 0, 0);
            assertThat(fixture.row("participant", moIn).get("last_activity_at")).isNotNull();
            assertThat(fixture.row("participant", niaIn).get("last_activity_at"))
                    .isNull();
        }

        @Test
        void withinTheOwnTeamIsNotExternal() {
            SignedIn.as(mo, Role.MEMBER);
            log(Set.of(mo, nia));
            assertCounts(moIn, 1, 0);
            assertCounts(niaIn, 1, 0);
        }

        @Test
        void twiceWithOneRequestLogsOnce() {
            var mine = assigned(moIn, "A", 2, "CONVERSATIONS");
            SignedIn.as(mo, Role.MEMBER);
            var draft = draft(Set.of(mo, pia), Set.of(mine));
            var first = conversations.log(currentUser.scope(), draft);
            var second = conversations.log(currentUser.scope(), draft);
            assertThat(second).isEqualTo(first);
            assertThat(fixture.count("conversation")).isEqualTo(1);
            assertThat(achieved(mine)).isEqualTo(1);
        }

        @Test
        void aRequestOfAnotherAccountIsNotHandedOut() {
            SignedIn.as(mo, Role.MEMBER);
            var draft = draft(Set.of(mo, pia), Set.of());
            conversations.log(currentUser.scope(), draft);
            SignedIn.as(pia, Role.MEMBER);
            assertThatThrownBy(() -> conversations.log(currentUser.scope(), draft))
                    .isInstanceOf(NotFoundException.class);
        }

        @Test
        void countsDistinctPeopleAndDistinctTeamsOutsideTheOwn() {
            var people = assigned(moIn, "P", 5, "COUNTERPARTS");
            var teams = assigned(moIn, "T", 5, "TEAMS");
            var talks = assigned(moIn, "C", 5, "CONVERSATIONS");
            var byHand = assigned(moIn, "R", 5, "REPORTED");
            SignedIn.as(mo, Role.MEMBER);
            log(Set.of(mo, pia), people, teams, talks, byHand);
            log(Set.of(mo, pia, omar), people, teams, talks);
            log(Set.of(mo, nia), people, teams, talks);

            assertThat(achieved(people)).isEqualTo(3);
            assertThat(achieved(teams)).isEqualTo(1);
            assertThat(achieved(talks)).isEqualTo(3);
            assertThat(achieved(byHand)).isZero();
            assertThat(status(byHand)).isEqualTo("IN_PROGRESS");
        }

        @Test
        void outsideTheCycleCountsForNothing() {
            SignedIn.as(mo, Role.MEMBER);
            conversations.log(
                    currentUser.scope(), draft(LocalDate.of(2026, 9, 30), Set.of(mo, pia), "Summer", Set.of()));
            assertCounts(moIn, 0, 0);
        }

        @Test
        void aLaterMoveBetweenTeamsDoesNotRewriteWhatWasExternal() {
            var teams = assigned(moIn, "T", 5, "TEAMS");
            SignedIn.as(mo, Role.MEMBER);
            log(Set.of(mo, pia), teams);
            fixture.jdbc()
                    .sql("update person set team_id = ? where id = ?")
                    .params(dispatch, pia)
                    .update();
            log(Set.of(mo, nia));
            assertThat(achieved(teams)).isEqualTo(1);
            assertCounts(moIn, 2, 1);
        }

        @Test
        void isWrittenToTheTrailOfEverybodyWhoTookPartWithoutWhatWasExchanged() {
            SignedIn.as(mo, Role.MEMBER);
            var id = log(Set.of(mo, pia), assigned(moIn, "A", 2, "CONVERSATIONS"));
            var entries = fixture.jdbc().sql("""
                            select person_id, subject_id, subject_name, detail from audit_entry
                            where action = 'CONVERSATION_LOGGED' order by person_id""").query().listOfRows();
            assertThat(entries).extracting(row -> row.get("person_id")).containsExactly(mo, pia);
            assertThat(entries).allSatisfy(row -> {
                assertThat(row).containsEntry("subject_id", id).containsEntry("subject_name", "Mo Member, Pia Peer");
                assertThat((String) row.get("detail"))
                        .contains("2026-11-03", "A")
                        .doesNotContain("returns");
            });
        }
    }

    @Nested
    class BadInput {

        @BeforeEach
        void signIn() {
            SignedIn.as(mo, Role.MEMBER);
        }

        void refused(String field, ConversationDraft draft) {
            var problem = catchThrowableOfType(
                    InvalidInputException.class, () -> conversations.log(currentUser.scope(), draft));
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

    @Nested
    class Editing {

        @Test
        void movesFiguresFromWhoLeftToWhoCame() {
            var mine = assigned(moIn, "A", 3, "COUNTERPARTS");
            var hers = assigned(piaIn, "B", 3, "CONVERSATIONS");
            SignedIn.as(mo, Role.MEMBER);
            var id = log(Set.of(mo, pia, omar), mine, hers);
            assertThat(achieved(mine)).isEqualTo(2);

            conversations.edit(currentUser.scope(), id, version(id), draft(Set.of(mo, nia), Set.of(mine)));
            assertThat(achieved(mine)).isEqualTo(1);
            assertThat(achieved(hers)).isZero();
            assertCounts(moIn, 1, 0);
            assertCounts(niaIn, 1, 0);
            assertCounts(piaIn, 0, 0);
        }

        @Test
        void toADateOutsideTheCycleTakesItOut() {
            SignedIn.as(mo, Role.MEMBER);
            var mine = assigned(moIn, "A", 3, "CONVERSATIONS");
            var id = log(Set.of(mo, pia), mine);
            var summer = draft(LocalDate.of(2026, 9, 1), Set.of(mo, pia), "x", Set.of());
            conversations.edit(currentUser.scope(), id, version(id), summer);
            assertThat(achieved(mine)).isZero();
            assertCounts(moIn, 0, 0);
            assertCounts(piaIn, 0, 0);
        }

        @Test
        void theSecondEditorIsToldAndChangesNothing() {
            SignedIn.as(mo, Role.MEMBER);
            var id = log(Set.of(mo, pia));
            var version = version(id);
            conversations.edit(currentUser.scope(), id, version, draft(DAY, Set.of(mo, pia), "First", Set.of()));
            assertThatThrownBy(() -> conversations.edit(
                            currentUser.scope(), id, version, draft(DAY, Set.of(mo, pia), "Second", Set.of())))
                    .isInstanceOf(StaleEditException.class);
            assertThatThrownBy(() -> conversations.delete(currentUser.scope(), id, version))
                    .isInstanceOf(StaleEditException.class);
            assertThat(fixture.row("conversation", id)).containsEntry("exchanged", "First");
        }

        @Test
        void byALeadKeepsWhatCountsForPeopleOutOfTheLeadsSight() {
            var mine = assigned(moIn, "A", 3, "CONVERSATIONS");
            var hers = assigned(piaIn, "B", 3, "CONVERSATIONS");
            SignedIn.as(mo, Role.MEMBER);
            var id = log(Set.of(mo, pia), mine, hers);

            SignedIn.as(lena, Role.MANAGER);
            var seen = conversations.get(currentUser.scope(), id);
            assertThat(seen.editable()).isTrue();
            assertThat(seen.assignmentIds()).containsExactly(mine);
            conversations.edit(currentUser.scope(), id, seen.version(), draft(Set.of(mo, pia), Set.of()));
            assertThat(achieved(mine)).isZero();
            assertThat(achieved(hers)).isEqualTo(1);
        }

        @Test
        void keepsAnObjectiveThatHasBeenCompletedSince() {
            var mine = assigned(moIn, "A", 1, "CONVERSATIONS");
            SignedIn.as(mo, Role.MEMBER);
            var id = log(Set.of(mo, pia), mine);
            fixture.jdbc()
                    .sql("update assignment set status = 'COMPLETED' where id = ?")
                    .param(mine)
                    .update();
            conversations.edit(
                    currentUser.scope(), id, version(id), draft(DAY, Set.of(mo, pia), "Typo gone", Set.of(mine)));
            assertThat(achieved(mine)).isEqualTo(1);
            assertThat(status(mine)).isEqualTo("COMPLETED");
        }

        @Test
        void keepsSomebodyWhoHasLeftSince() {
            SignedIn.as(mo, Role.MEMBER);
            var id = log(Set.of(mo, pia));
            fixture.jdbc()
                    .sql("update person set active = false where id = ?")
                    .param(pia)
                    .update();
            conversations.edit(
                    currentUser.scope(), id, version(id), draft(DAY, Set.of(mo, pia), "Typo gone", Set.of()));
            assertThat(version(id)).isEqualTo(1);
        }
    }

    @Nested
    class Deleting {

        @Test
        void putsTheFiguresBack() {
            var mine = assigned(moIn, "A", 2, "CONVERSATIONS");
            SignedIn.as(mo, Role.MEMBER);
            var id = log(Set.of(mo, pia), mine);
            conversations.delete(currentUser.scope(), id, version(id));

            assertThat(fixture.count("conversation")).isZero();
            assertThat(fixture.count("conversation_person")).isZero();
            assertThat(achieved(mine)).isZero();
            assertCounts(moIn, 0, 0);
            assertCounts(piaIn, 0, 0);
            assertThat(fixture.row("participant", moIn).get("progress").toString())
                    .startsWith("0");
            assertThat(fixture.jdbc()
                            .sql("select count(*) from audit_entry where action = 'CONVERSATION_DELETED'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);
        }
    }

    @Nested
    class CountingForOneself {

        @Test
        void isForEverybodyWhoTookPartWhoeverLogged() {
            var mine = assigned(moIn, "A", 2, "CONVERSATIONS");
            var hers = assigned(piaIn, "B", 2, "CONVERSATIONS");
            SignedIn.as(mo, Role.MEMBER);
            var id = log(Set.of(mo, pia), mine);

            SignedIn.as(pia, Role.MEMBER);
            var row = listOf(pia).getFirst();
            assertThat(row.editable()).isFalse();
            assertThat(row.tookPart()).isTrue();
            conversations.countForOwn(id, row.version(), Set.of(hers));
            assertThat(achieved(hers)).isEqualTo(1);
            assertThat(achieved(mine)).isEqualTo(1);

            conversations.countForOwn(id, version(id), Set.of());
            assertThat(achieved(hers)).isZero();
            assertThat(achieved(mine)).isEqualTo(1);
        }

        @Test
        void isNotForOthersObjectivesNorForThoseWhoWereNotThere() {
            var mine = assigned(moIn, "A", 2, "CONVERSATIONS");
            var near = assigned(niaIn, "N", 2, "CONVERSATIONS");
            SignedIn.as(mo, Role.MEMBER);
            var id = log(Set.of(mo, pia), mine);
            SignedIn.as(pia, Role.MEMBER);
            assertThatThrownBy(() -> conversations.countForOwn(id, 0, Set.of(mine)))
                    .isInstanceOf(InvalidInputException.class);
            SignedIn.as(nia, Role.MEMBER);
            assertThatThrownBy(() -> conversations.countForOwn(id, 0, Set.of(near)))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Nested
    class WhoMay {

        @Test
        void aMemberLogsOnlyTheOwnAndSeesOnlyTheOwn() {
            SignedIn.as(nia, Role.MEMBER);
            assertThatThrownBy(() -> log(Set.of(mo, pia))).isInstanceOf(InvalidInputException.class);
            var id = log(Set.of(nia, mo));

            SignedIn.as(mo, Role.MEMBER);
            assertThat(listOf(mo)).extracting(ConversationRow::id).containsExactly(id);
            assertThatThrownBy(() -> conversations.edit(currentUser.scope(), id, 0, draft(Set.of(mo, nia), Set.of())))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> conversations.delete(currentUser.scope(), id, 0))
                    .isInstanceOf(NotFoundException.class);
            SignedIn.as(pia, Role.MEMBER);
            assertThat(listOf(mo)).isEmpty();
            assertThatThrownBy(() -> conversations.get(currentUser.scope(), id)).isInstanceOf(NotFoundException.class);
        }

        @Test
        void aManagerLogsForPeopleLedAndCountsOnlyForThem() {
            var led = assigned(moIn, "A", 2, "CONVERSATIONS");
            var notLed = assigned(piaIn, "B", 2, "CONVERSATIONS");
            SignedIn.as(lena, Role.MANAGER);
            assertThat(conversations.countable(currentUser.scope(), List.of(mo, pia), DAY))
                    .extracting(CountableObjective::assignmentId)
                    .containsExactly(led);
            assertThatThrownBy(() -> log(Set.of(mo, pia), led, notLed)).isInstanceOf(InvalidInputException.class);
            log(Set.of(mo, pia), led);
            assertThat(achieved(led)).isEqualTo(1);
        }

        @Test
        void aManagerOfAnotherTeamGetsNothing() {
            SignedIn.as(mo, Role.MEMBER);
            var id = log(Set.of(mo, nia), assigned(moIn, "A", 2, "CONVERSATIONS"));

            SignedIn.as(omar, Role.MANAGER);
            assertThat(listOf(mo)).isEmpty();
            assertThat(conversations.countOfPerson(currentUser.scope(), mo, ConversationFilter.all()))
                    .isZero();
            assertThat(conversations.countable(currentUser.scope(), List.of(mo, nia), DAY))
                    .isEmpty();
            assertThatThrownBy(() -> conversations.get(currentUser.scope(), id)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> conversations.edit(currentUser.scope(), id, 0, draft(Set.of(mo, nia), Set.of())))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> conversations.delete(currentUser.scope(), id, 0))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> log(Set.of(mo, nia))).isInstanceOf(InvalidInputException.class);
        }

        @Test
        void aManagerSeesAConversationWithOneOfTheirsButNotWhatItCountsForElsewhere() {
            var mine = assigned(moIn, "A", 2, "CONVERSATIONS");
            var hers = assigned(piaIn, "B", 2, "CONVERSATIONS");
            SignedIn.as(mo, Role.MEMBER);
            log(Set.of(mo, pia), mine, hers);

            SignedIn.as(omar, Role.MANAGER);
            var row = listOf(pia).getFirst();
            assertThat(row.objectives())
                    .extracting(CountedObjective::assignmentId)
                    .containsExactly(hers);
            assertThat(row.people()).extracting(ConversationPerson::name).containsExactly("Mo Member", "Pia Peer");
            assertThat(row.editable()).isTrue();
        }

        @Test
        void aManagerWhoOnlyTookPartDoesNotChangeWhatAnotherLogged() {
            SignedIn.as(pia, Role.MEMBER);
            log(Set.of(pia, lena));
            SignedIn.as(lena, Role.MANAGER);
            assertThat(listOf(lena).getFirst().editable()).isFalse();
        }

        @Test
        void hrChangesAll() {
            SignedIn.as(mo, Role.MEMBER);
            var id = log(Set.of(mo, pia));
            SignedIn.as(Role.HR);
            assertThat(listOf(pia).getFirst().editable()).isTrue();
            conversations.delete(currentUser.scope(), id, version(id));
            assertThat(fixture.count("conversation")).isZero();
        }

        @Test
        void executivesAndAdministratorsReadNobodysConversations() {
            SignedIn.as(mo, Role.MEMBER);
            log(Set.of(mo, pia));
            for (var role : List.of(Role.EXECUTIVE, Role.ADMIN)) {
                SignedIn.as(lena, role);
                assertThat(listOf(mo)).isEmpty();
                assertThatThrownBy(() -> conversations.ofPerson(
                                currentUser.figuresScope() instanceof Scope.Self
                                        ? new Scope.Everybody()
                                        : currentUser.figuresScope(),
                                mo,
                                ConversationFilter.all(),
                                FIRST))
                        .isInstanceOf(AccessDeniedException.class);
                assertThatThrownBy(() -> log(Set.of(mo, pia))).isInstanceOf(InvalidInputException.class);
            }
        }

        @Test
        void nobodyGetsInWithoutSigningIn() {
            SecurityContextHolder.clearContext();
            assertThatThrownBy(() -> conversations.named(List.of(mo)))
                    .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
        }
    }

    @Nested
    class Listing {

        @Test
        void pagesTheLatestFirstWithinTheDates() {
            SignedIn.as(mo, Role.MEMBER);
            for (var day = 1; day <= 5; day++) {
                conversations.log(
                        currentUser.scope(),
                        draft(LocalDate.of(2026, 11, day), Set.of(mo, pia), "Day " + day, Set.of()));
            }
            var filter = ConversationFilter.between(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 5));
            var scope = currentUser.scope();
            assertThat(conversations.countOfPerson(scope, mo, filter)).isEqualTo(4);
            assertThat(conversations.ofPerson(scope, mo, filter, PageRequest.of(1, 3)))
                    .extracting(ConversationRow::exchanged)
                    .containsExactly("Day 2");
            assertThat(conversations.ofPerson(scope, mo, filter, PageRequest.of(0, 3)))
                    .extracting(ConversationRow::exchanged)
                    .containsExactly("Day 5", "Day 4", "Day 3");
        }

        @Test
        void suggestsTheOnlyObjectiveAConversationMoves() {
            var talks = assigned(moIn, "A", 2, "CONVERSATIONS");
            var teams = assigned(moIn, "B", 2, "TEAMS");
            assigned(moIn, "C", 2, "REPORTED");
            SignedIn.as(mo, Role.MEMBER);
            assertThat(suggested(mo, nia)).containsExactly(talks);
            assertThat(suggested(mo, pia)).isEmpty();
            fixture.jdbc()
                    .sql("update assignment set achieved = 2 where id = ?")
                    .param(talks)
                    .update();
            assertThat(suggested(mo, pia)).containsExactly(teams);
        }

        @Test
        void tellsOfACounterpartsObjectivesNothingButThatTheyAreHeld() {
            assigned(piaIn, "B", 2, "CONVERSATIONS");
            SignedIn.as(mo, Role.MEMBER);
            var objective = conversations
                    .countable(currentUser.scope(), List.of(mo, pia), DAY)
                    .getFirst();
            assertThat(objective.progress()).isNull();
            assertThat(objective.suggested()).isFalse();
        }

        @Test
        void findsColleaguesByWordsOfNameAndTeamTheNameFirst() {
            fixture.person("Percy", "Returns").team(dispatch).add();
            fixture.person("Gone", "Returns").inactive().add();
            fixture.person("100%", "Sure").team(dispatch).add();
            SignedIn.as(mo, Role.MEMBER);
            assertThat(found("returns")).containsExactly("Percy Returns", "Omar Other", "Pia Peer");
            assertThat(found("  PIA   returns ")).containsExactly("Pia Peer");
            assertThat(found("%")).containsExactly("100% Sure");
            assertThat(found("_")).isEmpty();
            assertThat(found("\\")).isEmpty();
            assertThat(found("")).hasSize(7);
        }

        private List<String> found(String search) {
            return conversations.colleagues(search, FIRST).stream()
                    .map(ConversationPerson::name)
                    .toList();
        }

        private List<Long> suggested(long... people) {
            var ids = Arrays.stream(people).boxed().toList();
            return conversations.countable(currentUser.scope(), ids, DAY).stream()
                    .filter(CountableObjective::suggested)
                    .map(CountableObjective::assignmentId)
                    .toList();
        }
    }
}
