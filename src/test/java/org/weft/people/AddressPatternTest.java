package org.weft.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weft.base.InvalidInputException;

class AddressPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{first}.{last}@example.com|Wilson K|Adinolfi|wilson.adinolfi@example.com",
                "{first}.{last}@example.com|Leigh Ann|Smith|leighann.smith@example.com",
                "{first}.{last}@example.com|Jörg|Müßig|joerg.muessig@example.com",
                "{first}.{last}@example.com|Anna-Lena|von Massenbach|anna-lena.vonmassenbach@example.com",
                "{first}.{last}@example.com|Séamus|O'Brien|seamus.obrien@example.com",
                "{first}.{last}@example.com|Ørjan|Łukasz|orjan.lukasz@example.com",
                "{first}.{last}@example.com|''|Cher|cher@example.com",
                "{f}{last}@example.com|Ada|Lovelace|alovelace@example.com",
                "{f}.{l}.{number}@example.com|Ada|Lovelace|a.l.e-17@example.com",
                "{last}_{f}@EXAMPLE.com|Ada|Lovelace|lovelace_a@example.com",
                "{first}.{last}@example.com|K|Adinolfi|k.adinolfi@example.com",
            })
    void makesAddresses(String pattern, String given, String family, String address) {
        assertThat(new AddressPattern(pattern).address(new PersonName(given, family), "E-17", Set.of()))
                .contains(address);
    }

    @Test
    void numbersNamesakes() {
        var pattern = new AddressPattern("{first}.{last}@example.com");
        var name = new PersonName("John", "Smith");
        assertThat(pattern.address(name, "1", Set.of("john.smith@example.com"))).contains("john.smith2@example.com");
        assertThat(pattern.address(name, "1", Set.of("john.smith@example.com", "john.smith2@example.com")))
                .contains("john.smith3@example.com");
    }

    @Test
    void leavesOutNamesThatNoAddressCanHold() {
        var pattern = new AddressPattern("{first}.{last}@example.com");
        assertThat(pattern.address(new PersonName("محمد", "علي"), "1", Set.of()))
                .isEmpty();
        assertThat(pattern.address(new PersonName("😀", "😀"), "1", Set.of())).isEmpty();
    }

    @Test
    void longNamesFitIntoAnAddress() {
        var pattern = new AddressPattern("{first}.{last}@example.com");
        var name = new PersonName("a".repeat(150), "b".repeat(150));
        assertThat(pattern.address(name, "1", Set.of()))
                .hasValueSatisfying(address -> assertThat(address).hasSize(64 + "@example.com".length()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{first}.{last}|atSign",
                "@example.com|atSign",
                "{first}@{last}@example.com|atSign",
                "''|atSign",
                "everybody@example.com|noPlaceholder",
                "{first}.{birthday}@example.com|placeholder",
                "{first}@{last}.com|domain",
                "{first}@|invalid",
                "{first}@exa mple.com|invalid",
                "{first}{@example.com|invalid",
                "{first} {last}@example.com|invalid",
                "<script>{first}@example.com|invalid",
            })
    void refusesWhatIsNoPattern(String pattern, String error) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new AddressPattern(pattern))
                .satisfies(e -> {
                    assertThat(e.field()).isEqualTo("pattern");
                    assertThat(e.text().key()).isEqualTo("people.address.error." + error);
                });
    }

    @Test
    void refusesALineBreak() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new AddressPattern("{first}@example.com\r\nBcc: all@example.com"));
    }
}
