package org.weft.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weft.conversations.Confirmation.CONFIRMED;
import static org.weft.conversations.Confirmation.DISPUTED;
import static org.weft.conversations.Confirmation.WAITING;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.weft.access.Role;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.testing.SignedIn;

/** Who is asked whether a conversation was so, who may answer, and what an answer moves. */
class ConfirmingTest extends ConversationScene {

    @Autowired
    ConfirmationService confirmations;

    private void as(long person) {
        SignedIn.as(person, Role.MEMBER);
    }

    private void confirm(long id) {
        confirmations.confirm(Map.of(id, version(id)));
    }

    /** What each of those asked says. */
    private Map<String, Confirmation> said(long id) {
        SignedIn.as(Role.HR);
        var said = new TreeMap<String, Confirmation>();
        for (var person : List.of(mo, nia, pia, omar, lena)) {
            listOf(person).stream()
                    .filter(row -> row.id() == id)
                    .forEach(row -> row.answers().forEach(answer -> said.put(answer.name(), answer.state())));
        }
        return said;
    }

    private void assertUnconfirmed(long participant, int expected) {
        assertThat(fixture.row("participant", participant)).containsEntry("unconfirmed_count", expected);
    }

    private long audited(String action) {
        return fixture.jdbc()
                .sql("select count(*) from audit_entry where action = ?")
                .param(action)
                .query(Long.class)
                .single();
    }

    @Test
    void everybodyNamedIsAskedButWhoeverLoggedItAndItCountsAtOnce() {
        var hers = assigned(piaIn, "B", 2, "CONVERSATIONS");
        as(mo);
        var own = log(Set.of(mo, pia, omar));
        assertThat(said(own)).containsOnly(Map.entry("Pia Peer", WAITING), Map.entry("Omar Other", WAITING));
        assertUnconfirmed(moIn, 0);
        assertUnconfirmed(piaIn, 1);
        assertCounts(piaIn, 1, 1);

        SignedIn.as(lena, Role.MANAGER);
        var onBehalf = log(Set.of(mo, pia));
        assertThat(said(onBehalf)).containsOnly(Map.entry("Mo Member", WAITING), Map.entry("Pia Peer", WAITING));
        SignedIn.as(Role.HR);
        log(Set.of(mo, pia), hers);
        assertUnconfirmed(moIn, 2);
        assertUnconfirmed(piaIn, 3);
        assertThat(achieved(hers)).isEqualTo(1);
    }

    @Test
    void aSecondClickChangesNothing() {
        as(mo);
        var id = log(Set.of(mo, pia, nia));
        var version = version(id);
        as(pia);
        assertThat(confirmations.confirm(Map.of(id, version))).containsExactly(id);
        assertThat(confirmations.confirm(Map.of(id, version))).isEmpty();
        assertThat(version(id)).as("nobody else is told to look again").isEqualTo(version);
        assertThat(audited("CONVERSATION_CONFIRMED")).isEqualTo(1);
        assertUnconfirmed(piaIn, 0);
        assertUnconfirmed(niaIn, 1);
        assertThat(said(id)).containsOnly(Map.entry("Pia Peer", CONFIRMED), Map.entry("Nia Near", WAITING));

        as(nia);
        confirmations.dispute(id, version, "We never met.");
        confirmations.dispute(id, version, " We never met. ");
        assertThat(audited("CONVERSATION_DISPUTED")).isEqualTo(1);
        assertUnconfirmed(niaIn, 0);
        confirm(id);
        assertThat(said(id)).containsOnly(Map.entry("Pia Peer", CONFIRMED), Map.entry("Nia Near", CONFIRMED));
    }

    @Test
    void onlyWhoWasAskedAnswers() {
        as(mo);
        var id = log(Set.of(mo, pia));
        var before = fixture.conversation(DAY, mo, pia);
        for (var person : List.of(mo, nia, lena)) {
            as(person);
            assertThatThrownBy(() -> confirm(id)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> confirmations.dispute(id, 0, "No")).isInstanceOf(NotFoundException.class);
            confirmations.takeBack(List.of(id));
        }
        SignedIn.as(Role.HR);
        assertThatThrownBy(() -> confirm(id)).isInstanceOf(NotFoundException.class);
        assertThat(confirmations.waiting(FIRST)).isEmpty();
        as(pia);
        assertThatThrownBy(() -> confirmations.confirm(Map.of(before, 0, id, 0)))
                .as("nothing is asked of what was there before, and all are confirmed or none")
                .isInstanceOf(NotFoundException.class);
        assertThat(said(id)).containsOnly(Map.entry("Pia Peer", WAITING));
    }

    @Test
    void wordsNobodyHasSeenAreNotConfirmed() {
        as(mo);
        var id = log(Set.of(mo, pia));
        var other = log(Set.of(mo, pia));
        conversations.edit(currentUser.scope(), id, 0, draft(DAY, Set.of(mo, pia), "Something else", Set.of()));
        as(pia);
        assertThatThrownBy(() -> confirmations.confirm(Map.of(id, 0, other, 0))).isInstanceOf(StaleEditException.class);
        assertThatThrownBy(() -> confirmations.dispute(id, 0, "No")).isInstanceOf(StaleEditException.class);
        assertUnconfirmed(piaIn, 2);
    }

    @Test
    void anObjectionNeedsWordsAndIsReadByWhomItIsFor() {
        SignedIn.as(mo, Role.MEMBER);
        var id = log(Set.of(mo, pia, nia));
        as(pia);
        assertThatThrownBy(() -> confirmations.dispute(id, 0, "  "))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("objection"));
        assertThatThrownBy(() -> confirmations.dispute(id, 0, "x".repeat(501)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("objection"));
        confirmations.dispute(id, 0, "It was a week later.");

        for (var reader : List.of(mo, pia)) {
            as(reader);
            assertThat(objections(reader)).containsExactly("It was a week later.");
        }
        for (var lead : List.of(lena, omar)) {
            SignedIn.as(lead, Role.MANAGER);
            assertThat(objections(lead == lena ? mo : pia)).containsExactly("It was a week later.");
        }
        as(nia);
        assertThat(objections(nia)).as("that, but not why").containsExactly("-");
        assertThat(fixture.jdbc()
                        .sql("select detail from audit_entry where action = 'CONVERSATION_DISPUTED'")
                        .query(String.class)
                        .list())
                .containsExactly(DAY.toString());
    }

    private List<String> objections(long person) {
        return listOf(person).getFirst().answers().stream()
                .filter(answer -> answer.state() == DISPUTED)
                .map(answer -> answer.objection() == null ? "-" : answer.objection())
                .toList();
    }

    @Test
    void whatWaitsIsListedWhateverTheCycleAndTakenBackIfOneLikes() {
        as(mo);
        var summer = conversations.log(
                currentUser.scope(), draft(LocalDate.of(2026, 9, 1), Set.of(mo, pia), "In summer", Set.of()));
        var first = log(Set.of(mo, pia));
        var second = log(Set.of(mo, pia));
        as(pia);
        log(Set.of(mo, pia));
        assertUnconfirmed(piaIn, 2);
        assertThat(confirmations.countWaiting()).isEqualTo(3);
        assertThat(confirmations.waiting(PageRequest.of(0, 2)))
                .extracting(ConversationRow::id)
                .containsExactly(second, first);
        assertThat(confirmations.waiting(PageRequest.of(1, 2)))
                .extracting(ConversationRow::id)
                .containsExactly(summer);

        var all = Map.of(summer, 0, first, 0, second, 0);
        assertThat(confirmations.confirm(all)).containsExactlyInAnyOrder(summer, first, second);
        assertThat(confirmations.waiting(FIRST)).isEmpty();
        assertUnconfirmed(piaIn, 0);
        confirmations.takeBack(all.keySet());
        confirmations.takeBack(all.keySet());
        assertThat(confirmations.countWaiting()).isEqualTo(3);
        assertThat(audited("CONVERSATION_ANSWER_TAKEN_BACK")).isEqualTo(3);
        assertUnconfirmed(piaIn, 2);
    }

    @Test
    void whatBecomesAnotherThingIsAskedAgainAndATypoIsNot() {
        as(mo);
        var id = log(Set.of(mo, pia, nia));
        as(pia);
        confirm(id);
        as(nia);
        confirmations.dispute(id, 0, "Not so");

        as(mo);
        edit(id, draft(DAY, Set.of(mo, pia, nia, omar), "How  returns\nreach dispatch ", Set.of()));
        assertThat(said(id))
                .as("who came is asked, the others have answered")
                .containsOnly(
                        Map.entry("Pia Peer", CONFIRMED),
                        Map.entry("Nia Near", DISPUTED),
                        Map.entry("Omar Other", WAITING));

        as(mo);
        edit(id, draft(DAY, Set.of(mo, pia, nia), "How dispatch reaches returns", Set.of()));
        assertThat(said(id)).containsOnly(Map.entry("Pia Peer", WAITING), Map.entry("Nia Near", WAITING));
        assertUnconfirmed(piaIn, 1);
        assertUnconfirmed(moIn, 0);
        as(nia);
        assertThat(listOf(nia).getFirst().answers())
                .extracting(ConversationAnswer::objection)
                .containsOnlyNulls();
        confirm(id);

        as(mo);
        edit(id, draft(LocalDate.of(2026, 9, 1), Set.of(mo, nia), "How dispatch reaches returns", Set.of()));
        assertThat(said(id)).as("another date").containsOnly(Map.entry("Nia Near", WAITING));
        assertUnconfirmed(niaIn, 0);
        assertUnconfirmed(piaIn, 0);
    }

    @Test
    void whoCorrectsItConfirmsByThat() {
        as(mo);
        var id = log(Set.of(mo, pia));
        SignedIn.as(omar, Role.MANAGER);
        edit(id, draft(Set.of(mo, pia, omar), Set.of()));
        assertThat(said(id)).containsOnly(Map.entry("Pia Peer", WAITING), Map.entry("Omar Other", CONFIRMED));

        as(pia);
        confirm(id);
        SignedIn.as(omar, Role.MANAGER);
        edit(id, draft(DAY, Set.of(mo, pia, omar), "As I saw it", Set.of()));
        assertThat(said(id)).containsOnly(Map.entry("Pia Peer", WAITING), Map.entry("Omar Other", CONFIRMED));
    }

    @Test
    void whoeverLoggedItIsNeverAskedAlsoWhenTheyComeBack() {
        var account = SignedIn.as(mo, Role.MEMBER);
        fixture.account(account.id(), "Mo Member", mo);
        var id = log(Set.of(mo, pia));
        SignedIn.as(Role.HR);
        edit(id, draft(Set.of(pia, nia), Set.of()));
        SignedIn.as(Role.HR);
        edit(id, draft(Set.of(mo, pia), Set.of()));
        assertThat(said(id)).containsOnly(Map.entry("Pia Peer", WAITING));
        assertUnconfirmed(niaIn, 0);
    }

    private void edit(long id, ConversationDraft draft) {
        conversations.edit(currentUser.scope(), id, version(id), draft);
    }

    @Test
    void answeringIsActivityAndDeletingLeavesNothingToAnswer() {
        as(mo);
        var id = log(Set.of(mo, pia));
        clock.advance(Duration.ofDays(2));
        as(pia);
        confirm(id);
        assertThat(activity(piaIn)).isEqualTo(clock.instant());
        assertThat(activity(moIn)).isEqualTo(clock.instant().minus(Duration.ofDays(2)));
        confirmations.takeBack(List.of(id));
        as(mo);
        conversations.delete(currentUser.scope(), id, version(id));
        assertUnconfirmed(piaIn, 0);
    }

    private Instant activity(long participant) {
        return fixture.jdbc()
                .sql("select last_activity_at from participant where id = ?")
                .param(participant)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }
}
