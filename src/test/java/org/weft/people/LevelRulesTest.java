package org.weft.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EQUALS|CIO|cio|true",
                "EQUALS|CIO|CIO office|false",
                "STARTS_WITH|head of|Head of Sales|true",
                "STARTS_WITH|head of|Deputy Head of Sales|false",
                "CONTAINS|leit|Abteilungsleiterin|true",
                "WORD|lead|Team Lead|true",
                "WORD|lead|Team Leader|false",
                "WORD|lead|Lead-Engineer|true",
                "WORD|president|President & CEO|true",
                "WORD|sr|Sr. DBA|true",
                "WORD|area sales manager|Area  Sales/Manager|true",
                "CONTAINS|' '|Anything|false",
                "CONTAINS|.*|Anything|false",
            })
    void aRuleSpeaksAboutTitles(Matching matching, String text, String title, boolean matches) {
        assertThat(new LevelRule(matching, text, Level.MANAGER).matches(title)).isEqualTo(matches);
    }

    @Test
    void theFirstRuleThatMatchesDecides() {
        var rules = new LevelRules(
                0,
                List.of(
                        new LevelRule(Matching.CONTAINS, "area sales manager", Level.FRONT_LINE),
                        new LevelRule(Matching.WORD, "manager", Level.MANAGER)));
        assertThat(rules.levelOf("Area Sales Manager")).isEqualTo(Level.FRONT_LINE);
        assertThat(rules.levelOf("Sales Manager")).isEqualTo(Level.MANAGER);
        assertThat(rules.deciding("Sales Manager")).contains(rules.rules().get(1));
    }

    @Test
    void whoNoRuleSpeaksAboutIsFrontLine() {
        var rules = new LevelRules(0, List.of(new LevelRule(Matching.WORD, "manager", Level.MANAGER)));
        assertThat(rules.levelOf("Accountant I")).isEqualTo(Level.FRONT_LINE);
        assertThat(rules.levelOf(null)).isEqualTo(Level.FRONT_LINE);
        assertThat(rules.levelOf("")).isEqualTo(Level.FRONT_LINE);
    }

    @Test
    void countsWhoWouldChange() {
        var rules = new LevelRules(0, List.of(new LevelRule(Matching.WORD, "manager", Level.MANAGER)));
        assertThat(rules.changing(List.of(
                        new TitleLevels("Sales Manager", Map.of(Level.FRONT_LINE, 3, Level.MANAGER, 2), 9),
                        new TitleLevels("Clerk", Map.of(Level.FRONT_LINE, 7), 0),
                        new TitleLevels(null, Map.of(Level.EXECUTIVE, 1), 0))))
                .isEqualTo(4);
    }
}
