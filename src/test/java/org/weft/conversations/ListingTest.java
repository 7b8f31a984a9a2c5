package org.weft.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.AccessDeniedException;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.testing.SignedIn;

class ListingTest extends ConversationScene {

    @Test
    void pagesTheLatestFirstWithinTheDates() {
        SignedIn.as(mo, Role.MEMBER);
        for (var day = 1; day <= 5; day++) {
            conversations.log(
                    currentUser.scope(), draft(LocalDate.of(2026, 11, day), Set.of(mo, pia), "Day " + day, Set.of()));
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
    void aCyclesConversationsArePagedWithinWhatOneSees() {
        SignedIn.as(lena, Role.MANAGER);
        var led = new Scope.Led(lena);
        var talk = assigned(moIn, "A", 4, "CONVERSATIONS");
        for (var day = 1; day <= 3; day++) {
            conversations.log(led, draft(LocalDate.of(2026, 11, day), Set.of(mo, nia), "Day " + day, Set.of(talk)));
        }
        SignedIn.as(pia, Role.MEMBER);
        log(Set.of(pia, omar));
        SignedIn.as(lena, Role.MANAGER);
        var filter = HeldFilter.of(cycle());

        assertThat(conversations.countHeld(led, filter)).isEqualTo(new HeldCount(3, 0));
        assertThat(conversations.countHeld(led, filter.counting(true))).isEqualTo(new HeldCount(3, 3));
        assertThat(conversations.held(led, filter, PageRequest.of(1, 2)))
                .extracting(ConversationRow::exchanged)
                .containsExactly("Day 1");
        assertThat(conversations.held(led, filter, FIRST).getFirst())
                .satisfies(row -> assertThat(row.people()).hasSize(2))
                .satisfies(row -> assertThat(row.objectives()).hasSize(1));
        assertThatThrownBy(() -> conversations.held(new Scope.Everybody(), filter, FIRST))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> conversations.countHeld(new Scope.Led(omar), filter))
                .isInstanceOf(AccessDeniedException.class);

        SignedIn.as(Role.HR);
        assertThat(conversations.countHeld(new Scope.Everybody(), filter).conversations())
                .isEqualTo(4);
    }

    private long cycle() {
        return ((Number) fixture.row("cohort", cohort).get("cycle_id")).longValue();
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
