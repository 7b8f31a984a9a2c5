package org.weft.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weft.access.Role;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.testing.SignedIn;

class CountingForOneselfTest extends ConversationScene {

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
        assertThatThrownBy(() -> conversations.countForOwn(id, 0, Set.of(near))).isInstanceOf(NotFoundException.class);
    }
}
