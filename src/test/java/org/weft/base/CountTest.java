package org.weft.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountTest {

    @Test
    void isExactUpToTheMost() {
        assertThat(Count.of(1_000, 0)).isEqualTo(Count.exactly(0));
        assertThat(Count.of(1_000, 1_000)).isEqualTo(Count.exactly(1_000));
        assertThat(Count.of(1_000, 1_001)).isEqualTo(new Count(1_000, true));
    }

    @Test
    void whatWasSeenIsToldInTwoDigits() {
        assertThat(Count.atLeast(0)).isEqualTo(new Count(0, true));
        assertThat(Count.atLeast(7)).isEqualTo(new Count(7, true));
        assertThat(Count.atLeast(99)).isEqualTo(new Count(99, true));
        assertThat(Count.atLeast(185)).isEqualTo(new Count(180, true));
        assertThat(Count.atLeast(1_298)).isEqualTo(new Count(1_200, true));
    }
}
