package org.weft.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.testing.SignedIn;

class WhoMayTest extends ConversationScene {

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
    void aMemberSeesNothingOfThePlanOfWhomTheyName() {
        var mine = assigned(moIn, "A", 2, "CONVERSATIONS");
        var hers = assigned(piaIn, "B", 2, "CONVERSATIONS");
        SignedIn.as(mo, Role.MEMBER);
        assertThat(conversations.countable(currentUser.scope(), List.of(mo, pia), DAY))
                .extracting(CountableObjective::assignmentId)
                .containsExactly(mine);
        assertThatThrownBy(() -> log(Set.of(mo, pia), mine, hers)).isInstanceOf(InvalidInputException.class);
        var id = log(Set.of(mo, pia), mine);

        SignedIn.as(pia, Role.MEMBER);
        conversations.countForOwn(id, version(id), Set.of(hers));
        SignedIn.as(mo, Role.MEMBER);
        assertThat(listOf(mo).getFirst().objectives())
                .extracting(CountedObjective::assignmentId)
                .containsExactly(mine);
        assertThat(conversations.get(currentUser.scope(), id).assignmentIds()).containsExactly(mine);
        conversations.edit(currentUser.scope(), id, version(id), draft(Set.of(mo, pia), Set.of()));
        assertThat(achieved(mine)).isZero();
        assertThat(achieved(hers)).as("what Pia has said stays").isEqualTo(1);
    }

    @Test
    void aManagerCountsForTheOwnPlanToo() {
        var own = assigned(fixture.participant(cohort, lena), "L", 2, "CONVERSATIONS");
        SignedIn.as(lena, Role.MANAGER);
        log(Set.of(lena, pia), own);
        assertThat(achieved(own)).isEqualTo(1);
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
        SignedIn.as(Role.HR);
        log(Set.of(mo, pia), mine, hers);

        SignedIn.as(omar, Role.MANAGER);
        var row = listOf(pia).getFirst();
        assertThat(row.objectives()).extracting(CountedObjective::assignmentId).containsExactly(hers);
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
