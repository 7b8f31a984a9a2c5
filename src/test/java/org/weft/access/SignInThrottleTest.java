package org.weft.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.weft.testing.TestClock;

class SignInThrottleTest {

    private static final String HOME = "192.0.2.1";
    private static final String ELSEWHERE = "2001:db8::1";

    private final TestClock clock = new TestClock();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    private void fail(String username, String address, int times) {
        for (var time = 0; time < times; time++) {
            assertThat(throttle.signIn(username, address)).isEmpty();
        }
    }

    @Test
    void theEleventhAttemptWaitsForTheRestOfFiveMinutes() {
        fail("ada", HOME, 10);
        clock.advance(Duration.ofMinutes(2));
        assertThat(throttle.signIn("ada", HOME)).contains(Duration.ofMinutes(3));
        clock.advance(Duration.ofMinutes(3));
        fail("ada", HOME, 10);
    }

    @Test
    void otherNamesAndOtherAddressesGoOn() {
        fail("ada", HOME, 10);
        assertThat(throttle.signIn(" ADA ", HOME)).isPresent();
        fail("grace", HOME, 1);
        fail("ada", ELSEWHERE, 1);
    }

    @Test
    void anAddressThatTriesManyNamesWaitsWithAllOfThem() {
        for (var name = 0; name < 100; name++) {
            fail("name" + name, HOME, 1);
        }
        assertThat(throttle.signIn("ada", HOME)).isPresent();
        fail("ada", ELSEWHERE, 1);
    }

    @Test
    void whoGetsInGivesTheAttemptsBack() {
        for (var round = 0; round < 50; round++) {
            fail("ada", HOME, 10);
            throttle.signedIn("ada", HOME);
        }
        fail("ada", HOME, 10);
    }

    @Test
    void whoIsHeldBackUsesUpNothingMoreOfTheAddress() {
        fail("ada", HOME, 10);
        for (var time = 0; time < 200; time++) {
            assertThat(throttle.signIn("ada", HOME)).isPresent();
        }
        fail("grace", HOME, 10);
    }

    @Test
    void linksThatLeadNowhereAreCountedToo() {
        for (var time = 0; time < 10; time++) {
            assertThat(throttle.link(HOME)).isEmpty();
        }
        assertThat(throttle.link(HOME)).isPresent();
        fail("ada", HOME, 10);
        assertThat(throttle.link(ELSEWHERE)).isEmpty();
        throttle.linkWorked(ELSEWHERE);
    }

    @Test
    void ofTooManyThoseNotSeenForLongestAreForgotten() {
        fail("ada", HOME, 10);
        for (var address = 0; address < 10_000; address++) {
            fail("x".repeat(10_000), "10.0." + address / 256 + "." + address % 256, 1);
        }
        fail("ada", HOME, 10);
    }
}
