package org.weft.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'Adinolfi, Wilson  K'|Wilson K|Adinolfi",
                "'Alagbe,Trina'|Trina|Alagbe",
                "'Ait Sidi, Karthikeyan   '|Karthikeyan|Ait Sidi",
                "'Smith, Leigh Ann'|Leigh Ann|Smith",
                "'Wilson K Adinolfi'|Wilson K|Adinolfi",
                "'Anna von Massenbach'|Anna|von Massenbach",
                "'Ludwig van der Rohe'|Ludwig|van der Rohe",
                "'De Niro'|De|Niro",
                "'Cher'|''|Cher",
                "'Cher,'|''|Cher",
                "', Cher'|''|Cher",
                "'  María   José\u00a0\u00a0Núñez '|María José|Núñez",
                "'محمد علي'|محمد|علي",
                "'😀 Smile'|😀|Smile",
                "'<b>Bold</b> =cmd()'|<b>Bold</b>|=cmd()",
                "''|''|''",
            })
    void splitsWholeNames(String whole, String given, String family) {
        assertThat(PersonName.of(whole)).isEqualTo(new PersonName(given, family));
    }

    @Test
    void isShownGivenNameFirstAndSortedFamilyNameFirst() {
        var name = PersonName.of("LeBlanc, Brandon  R");
        assertThat(name.display()).isEqualTo("Brandon R LeBlanc");
        assertThat(name.sort()).isEqualTo("LeBlanc, Brandon R");
        assertThat(PersonName.of("Cher").display()).isEqualTo("Cher");
        assertThat(PersonName.of("Cher").sort()).isEqualTo("Cher");
    }

    @Test
    void lineBreaksControlCharactersAndHalvesOfCharactersDoNotSurvive() {
        assertThat(new PersonName("Ada\r\nBcc: x", "Love\u0000lace\ud83d"))
                .isEqualTo(new PersonName("Ada Bcc: x", "Love lace\ufffd"));
    }
}
