package org.weft.reports.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.weft.access.AccountDetails;
import org.weft.access.ExecutiveReach;
import org.weft.access.Role;

class MadeForTest {

    private static AccountDetails account(@Nullable Long person, ExecutiveReach reach, Role... roles) {
        return new AccountDetails(
                1, "ann", "Ann", null, true, Set.of(roles), person, reach, Locale.ENGLISH, ZoneOffset.UTC);
    }

    private static AccountDetails account(@Nullable Long person, Role... roles) {
        return account(person, ExecutiveReach.WHOLE, roles);
    }

    @Test
    void theSameAccountStaysWithinWhatItMightSee() {
        assertThat(MadeFor.of(account(5L, Role.MANAGER, Role.MEMBER)).staysWithin(account(5L, Role.MANAGER)))
                .isTrue();
    }

    @Test
    void aRoleMoreTakesNothingAway() {
        assertThat(MadeFor.of(account(5L, Role.MANAGER)).staysWithin(account(5L, Role.MANAGER, Role.EXECUTIVE)))
                .isTrue();
    }

    @Test
    void figuresThatHrSawWithoutProtectionAreNotAnExecutives() {
        assertThat(MadeFor.of(account(5L, Role.HR, Role.EXECUTIVE)).staysWithin(account(5L, Role.EXECUTIVE)))
                .isFalse();
    }

    @Test
    void whoBelongsToAnotherPersonLeadsOtherPeople() {
        assertThat(MadeFor.of(account(5L, Role.MANAGER)).staysWithin(account(6L, Role.MANAGER)))
                .isFalse();
        assertThat(MadeFor.of(account(5L, Role.MANAGER)).staysWithin(account(null, Role.MANAGER)))
                .isFalse();
        assertThat(MadeFor.of(account(5L, Role.MANAGER)).staysWithin(account(6L, Role.MANAGER, Role.HR)))
                .as("HR sees everybody")
                .isTrue();
    }

    @Test
    void aShorterReachEndsTheWholeOrganisation() {
        assertThat(MadeFor.of(account(5L, Role.EXECUTIVE))
                        .staysWithin(account(5L, ExecutiveReach.LINE, Role.EXECUTIVE)))
                .isFalse();
    }
}
