package org.weft.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.nestedContainer;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.testkit.engine.EngineTestKit;

class CleanStartTest {

    @Test
    void refusesNestedTestClassesWhichNeverReachPostgres() {
        var results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Outer.class))
                .execute();
        results.containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                nestedContainer(Outer.Inner.class),
                                finishedWithFailure(message(text -> text.contains("never run on PostgreSQL")))));
        results.testEvents().assertStatistics(tests -> tests.started(0));
    }

    /** Not found by the build, which looks for classes that stand alone. */
    @ExtendWith(CleanStart.class)
    static class Outer {

        @Nested
        class Inner {

            @Test
            void neverRuns() {}
        }
    }
}
