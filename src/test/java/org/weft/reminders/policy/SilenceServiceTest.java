package org.weft.reminders.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.base.InvalidInputException;
import org.weft.testing.Fixture;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
class SilenceServiceTest {

    private static final SilenceWish NOTHING = new SilenceWish(true, null, Set.of());

    @Autowired
    Fixture fixture;

    @Autowired
    SilenceService silence;

    @Autowired
    SilenceLinks links;

    @Autowired
    TestClock clock;

    private long ada;
    private String token;

    @BeforeEach
    void ada() {
        ada = fixture.person("Ada Ready");
        token = links.token(ada);
    }

    private SilenceWish wish() {
        return silence.find(token).orElseThrow().wish();
    }

    private List<String> trail() {
        return fixture.jdbc()
                .sql("select action || ' ' || subject_name || ': ' || detail from audit_entry order by id")
                .query(String.class)
                .list();
    }

    @Test
    void whatIsChosenTakesThePlaceOfWhatWasChosenBefore() {
        assertThat(wish()).isEqualTo(SilenceWish.NONE);
        var later = new SilenceWish(true, LocalDate.of(2026, 12, 1), Set.of(TriggerKind.SILENT));
        assertThat(silence.save(token, later)).isTrue();
        assertThat(wish()).isEqualTo(later);
        var some = new SilenceWish(false, null, Set.of(TriggerKind.DUE_IN, TriggerKind.WEEKLY_DIGEST));
        silence.save(token, some);
        assertThat(wish()).isEqualTo(some);
        silence.save(token, some);
        silence.save(token, SilenceWish.NONE);
        assertThat(wish()).isEqualTo(SilenceWish.NONE);
        assertThat(trail())
                .as("a change each, nothing for what is so already")
                .containsExactly(
                        "REMINDERS_CHOSEN Ada Ready: everything until 2026-12-01 SILENT",
                        "REMINDERS_CHOSEN Ada Ready: DUE_IN WEEKLY_DIGEST",
                        "REMINDERS_CHOSEN Ada Ready: nothing");
    }

    @Test
    void oneClickStopsAllAndLeavesTheKindsAsTheyWere() {
        silence.save(token, new SilenceWish(false, null, Set.of(TriggerKind.SILENT)));
        assertThat(silence.stopAll(token)).isTrue();
        assertThat(silence.stopAll(token)).as("twice is once").isTrue();
        assertThat(wish()).isEqualTo(new SilenceWish(true, null, Set.of(TriggerKind.SILENT)));
    }

    @Test
    void aDayThatHasComeIsNoWishAndNoneThatCanBeMade() {
        silence.save(token, new SilenceWish(true, LocalDate.of(2026, 11, 18), Set.of()));
        clock.set(Instant.parse("2026-11-19T09:00:00Z"));
        assertThat(wish()).isEqualTo(SilenceWish.NONE);
        assertThatThrownBy(() -> silence.save(token, new SilenceWish(true, LocalDate.of(2026, 11, 19), Set.of())))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("until"));
    }

    @Test
    void aTokenThatIsNoneIsAnsweredLikeOneOfSomebodyGone() {
        var gone = links.token(fixture.person("Gone", "Away").inactive().add());
        var bytes = Base64.getUrlDecoder().decode(token);
        bytes[bytes.length - 1] ^= 1;
        var damaged = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        for (var other :
                List.of("", "x", String.valueOf(ada), token + "AA", damaged, gone, links.token(-1), "ü/../;")) {
            assertThat(silence.find(other)).as(other).isEmpty();
            assertThat(silence.stopAll(other)).as(other).isFalse();
            assertThat(silence.save(other, NOTHING)).as(other).isFalse();
        }
        assertThat(wish()).isEqualTo(SilenceWish.NONE);
        assertThat(trail()).isEmpty();
    }

    @Test
    void everyBitOfATokenCounts() {
        var bytes = Base64.getUrlDecoder().decode(token);
        for (var bit = 0; bit < bytes.length * 8; bit++) {
            var other = bytes.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(links.person(Base64.getUrlEncoder().withoutPadding().encodeToString(other)))
                    .isEmpty();
        }
        assertThat(links.person(token)).contains(ada);
    }

    @Test
    void aTokenShowsNoId() {
        var other = links.token(ada + 1);
        assertThat(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.ISO_8859_1).substring(24))
                .doesNotStartWith("\0\0");
        assertThat(other.substring(32, 40)).isNotEqualTo(token.substring(32, 40));
    }

    @Test
    void toLookChangesNothing() {
        silence.find(token);
        assertThat(fixture.jdbc()
                        .sql("select count(*) from reminder_silence")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(trail()).isEmpty();
    }
}
