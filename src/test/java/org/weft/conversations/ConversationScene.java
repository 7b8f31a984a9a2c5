package org.weft.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.weft.access.CurrentUser;
import org.weft.testing.Fixture;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

/**
 * Lena leads Mo and Nia of the team Dispatch; Omar leads Pia of the team Returns. Mo, Nia and Pia take part in the
 * current quarter.
 */
@WeftTest
abstract class ConversationScene {

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
}
