package org.weft.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weft.access.Role;
import org.weft.base.NotFoundException;
import org.weft.testing.SignedIn;

class LoggingTest extends ConversationScene {

    @Test
    void movesThePlanOfEverybodyWhoTookPart() {
        var mine = assigned(moIn, "A", 2, "CONVERSATIONS");
        var hers = assigned(piaIn, "B", 4, "CONVERSATIONS");
        SignedIn.as(Role.HR);
        log(Set.of(mo, pia), mine, hers);

        assertThat(achieved(mine)).isEqualTo(1);
        assertThat(achieved(hers)).isEqualTo(1);
        assertThat(status(mine)).isEqualTo("IN_PROGRESS");
        assertThat(status(hers)).isEqualTo("IN_PROGRESS");
        assertThat(fixture.row("participant", moIn).get("progress").toString()).startsWith("0.5");
        assertThat(fixture.row("participant", piaIn).get("progress").toString()).startsWith("0.25");
        assertThat(fixture.row("participant", moIn)).containsEntry("not_started_count", 0);
        assertCounts(moIn, 1, 1);
        assertCounts(piaIn, 1, 1);
        assertCounts(niaIn, 0, 0);
        assertThat(fixture.row("participant", moIn).get("last_activity_at")).isNotNull();
        assertThat(fixture.row("participant", niaIn).get("last_activity_at")).isNull();
    }

    /** Whoever waited for the other's change logs at a time before it. */
    @Test
    void putsNoLaterActivityBack() {
        var mine = assigned(moIn, "A", 2, "CONVERSATIONS");
        var later = Timestamp.from(Instant.parse("2026-12-24T12:00:00Z"));
        for (var table : List.of("assignment", "participant")) {
            fixture.jdbc()
                    .sql("update " + table + " set last_activity_at = ? where id = ?")
                    .params(later, table.equals("assignment") ? mine : moIn)
                    .update();
        }
        SignedIn.as(mo, Role.MEMBER);
        log(Set.of(mo, pia), mine);
        assertThat(activity("assignment", mine)).isEqualTo(later);
        assertThat(activity("participant", moIn)).isEqualTo(later);
        assertThat(activity("participant", piaIn)).isBefore(later);
        assertThat(achieved(mine)).isEqualTo(1);
    }

    private Timestamp activity(String table, long id) {
        return fixture.jdbc()
                .sql("select last_activity_at from " + table + " where id = ?")
                .param(id)
                .query(Timestamp.class)
                .single();
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
        assertThatThrownBy(() -> conversations.log(currentUser.scope(), draft)).isInstanceOf(NotFoundException.class);
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
        conversations.log(currentUser.scope(), draft(LocalDate.of(2026, 9, 30), Set.of(mo, pia), "Summer", Set.of()));
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
            assertThat((String) row.get("detail")).contains("2026-11-03", "A").doesNotContain("returns");
        });
    }
}
