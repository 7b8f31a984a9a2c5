package org.weft.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.NotFoundException;
import org.weft.progress.HistoryEntry.Source;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

@WeftTest
class PersonProgressServiceTest {

    private static final Scope ALL = new Scope.Everybody();

    @Autowired
    Fixture fixture;

    @Autowired
    PersonProgressService persons;

    long lead;
    long ada;

    @BeforeEach
    void people() {
        SignedIn.as(Role.HR);
        lead = fixture.person("The Lead");
        ada = fixture.person("Ada", "Lovelace")
                .manager(lead)
                .team(fixture.team("Engines"))
                .email(null)
                .add();
    }

    @Test
    void theHeadSaysWhoItIsAndHowFarInTheCycleAskedFor() {
        var program = fixture.program("Weaving");
        var last = fixture.cycle(program, "Q3 2026", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));
        var next = fixture.cycle(program, "Q1 2027", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 31));
        var current = fixture.cycle(program, "Q4 2026", Fixture.QUARTER_START, Fixture.QUARTER_END);
        fixture.participant(fixture.cohort(last, "Old", null), ada);
        fixture.participant(fixture.cohort(next, "Next", null), ada);
        fixture.participant(fixture.cohort(current, "Now", null), ada);

        var head = persons.head(ALL, ada, null);

        assertThat(head.name()).isEqualTo("Ada Lovelace");
        assertThat(head.team()).isEqualTo("Engines");
        assertThat(head.manager()).isEqualTo("The Lead");
        assertThat(head.managerId()).isEqualTo(lead);
        assertThat(head.hasAddress()).isFalse();
        assertThat(head.cycles())
                .extracting(PersonHead.PersonCycle::cycle)
                .containsExactly("Q1 2027", "Q4 2026", "Q3 2026");
        assertThat(head.participation()).map(ProgressRow::cohort).contains("Now");
        assertThat(persons.head(ALL, ada, last).participation())
                .map(ProgressRow::cohort)
                .contains("Old");
        assertThat(persons.head(ALL, lead, null).participation()).isEmpty();
    }

    @Test
    void somebodyOutOfScopeIsNotThere() {
        var other = fixture.person("Other Manager");
        SignedIn.as(other, Role.MANAGER);
        var scope = new Scope.Led(other);
        event(fixture.assignment(
                fixture.participant(fixture.cohort(fixture.cycle(), "C", null), ada),
                fixture.template("T1", "FRONT_LINE", 1),
                LocalDate.of(2026, 12, 1)));

        assertThatThrownBy(() -> persons.head(scope, ada, null)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> persons.head(scope, 4711, null)).isInstanceOf(NotFoundException.class);
        assertThat(persons.history(scope, ada, 0, 50)).isEmpty();
        assertThat(persons.head(new Scope.Led(lead), ada, null).name()).isEqualTo("Ada Lovelace");
    }

    @Test
    void aManagersNameIsALinkOnlyToThoseWhoMaySeeThem() {
        var below = fixture.person("Grace", "Hopper").manager(ada).add();

        var head = persons.head(new Scope.Self(below), below, null);

        assertThat(head.manager()).isEqualTo("Ada Lovelace");
        assertThat(head.managerId()).isNull();
    }

    @Test
    void theHistoryTellsNewestFirstWhatHappenedPageByPage() {
        var participant = fixture.participant(fixture.cohort(fixture.cycle(), "C", null), ada);
        event(fixture.assignment(participant, fixture.template("T1", "FRONT_LINE", 1), LocalDate.of(2026, 12, 1)));
        fixture.jdbc().sql("""
                        insert into message (unique_key, kind, person_id, to_name, language, subject, text_body, html_body, status,
                            message_id, created_at, send_after)
                        values ('k', 'REMINDER', ?, 'Ada', 'en', 'Two weeks left', 'secret', 'secret', 'HELD', 'm', ?, ?)""").params(ada, at(2), at(2)).update();
        fixture.jdbc().sql("""
                        insert into audit_entry (at, actor_name, action, subject_type, subject_id, subject_name, person_id)
                        values (?, 'Hanna', 'PARTICIPANT_ADDED', 'cohort', ?, 'C', ?)""").params(at(0), participant, ada).update();

        assertThat(persons.history(ALL, ada, 0, 50))
                .extracting(HistoryEntry::source)
                .containsExactly(Source.MESSAGE, Source.ASSIGNMENT, Source.PARTICIPANT);
        assertThat(persons.history(ALL, ada, 1, 1)).singleElement().satisfies(entry -> {
            assertThat(entry.subject()).isEqualTo("Objective T1");
            assertThat(entry.to()).isEqualTo("IN_PROGRESS");
            assertThat(entry.actor()).isEqualTo("Ada");
        });
        assertThat(persons.history(ALL, ada, 0, 50).toString()).doesNotContain("secret");
    }

    private void event(long assignment) {
        fixture.jdbc().sql("""
                        insert into assignment_event (assignment_id, at, actor_name, kind, from_status, to_status)
                        values (?, ?, 'Ada', 'STATUS', 'NOT_STARTED', 'IN_PROGRESS')""").params(assignment, at(1)).update();
    }

    private static Timestamp at(int hours) {
        return Timestamp.from(Instant.parse("2026-11-10T08:00:00Z").plusSeconds(hours * 3600L));
    }
}
