package org.weft.people.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CirclesTest {

    @Test
    void findsEachCircleOnceAndNobodyBesideIt() {
        // 1 and 2 lead into the circle 3-4-5; 6 and 7 report to each other; 8 is nobody's concern.
        var managers = Map.of(1L, 2L, 2L, 3L, 3L, 4L, 4L, 5L, 5L, 3L, 6L, 7L, 7L, 6L, 8L, 9L);
        assertThat(new Circles(managers).find()).containsExactly(List.of(3L, 4L, 5L), List.of(6L, 7L));
    }

    @Test
    void aLongLineIsNoCircle() {
        var managers = new HashMap<Long, Long>();
        for (var id = 1L; id < 100_000; id++) {
            managers.put(id, id + 1);
        }
        assertThat(new Circles(managers).find()).isEmpty();
        managers.put(100_000L, 1L);
        assertThat(new Circles(managers).find())
                .singleElement()
                .satisfies(circle -> assertThat(circle).hasSize(100_000));
    }
}
