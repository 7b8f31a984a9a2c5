package org.weft.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikePatternTest {

    @Test
    void whatLikeTakesSpeciallyStandsForItself() {
        assertThat(LikePattern.containing("50%_\\x")).isEqualTo("%50\\%\\_\\\\x%");
        assertThat(LikePattern.startingWith("Ada_")).isEqualTo("ada\\_%");
        assertThat(LikePattern.whole("Order *")).isEqualTo("order %");
    }

    @Test
    void blanksOfEveryKindAreOneAndWhatNoDatabaseHoldsIsNothing() {
        assertThat(LikePattern.containing(" ADA\u00a0 \t\0 Lovelace\ud83d ")).isEqualTo("%ada lovelace%");
        assertThat(LikePattern.containing("\ud83d\ude00")).isEqualTo("%\ud83d\ude00%");
    }
}
