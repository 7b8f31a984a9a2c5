package org.weft.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weft.access.Role;
import org.weft.base.StaleEditException;
import org.weft.testing.SignedIn;

class EditingTest extends ConversationScene {

    @Test
    void movesFiguresFromWhoLeftToWhoCame() {
        var mine = assigned(moIn, "A", 3, "COUNTERPARTS");
        var hers = assigned(piaIn, "B", 3, "CONVERSATIONS");
        SignedIn.as(Role.HR);
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
        SignedIn.as(Role.HR);
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
        conversations.edit(currentUser.scope(), id, version(id), draft(DAY, Set.of(mo, pia), "Typo gone", Set.of()));
        assertThat(version(id)).isEqualTo(1);
    }

    @Test
    void deletingPutsTheFiguresBack() {
        var mine = assigned(moIn, "A", 2, "CONVERSATIONS");
        SignedIn.as(mo, Role.MEMBER);
        var id = log(Set.of(mo, pia), mine);
        conversations.delete(currentUser.scope(), id, version(id));

        assertThat(fixture.count("conversation")).isZero();
        assertThat(fixture.count("conversation_person")).isZero();
        assertThat(achieved(mine)).isZero();
        assertCounts(moIn, 0, 0);
        assertCounts(piaIn, 0, 0);
        assertThat(fixture.row("participant", moIn).get("progress").toString()).startsWith("0");
        assertThat(fixture.jdbc()
                        .sql("select count(*) from audit_entry where action = 'CONVERSATION_DELETED'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }
}
