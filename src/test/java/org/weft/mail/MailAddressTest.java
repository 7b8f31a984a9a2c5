package org.weft.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.InternetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weft.base.InvalidInputException;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com\r\nBcc: eve@example.com",
                "ada@example.com\nBcc: eve@example.com",
                "ada\r@example.com",
                "ada@example.com\u0000",
                "ada@example.com\u2028",
                "ada@example.com\t"
            })
    void aLineBreakOrControlCharacterIsRefused(String address) {
        assertThatThrownBy(() -> new MailAddress(address, "Ada"))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> {
                    assertThat(refused.field()).isEqualTo("email");
                    assertThat(refused.text().key()).isEqualTo("mail.address.lineBreak");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.com",
                "ada@example.com, eve@example.com",
                "Ada <ada@example.com>",
                "ada@b@example.com",
                "ada lovelace@example.com",
                "ada@exam ple.com",
                "ada@example..com",
                ".ada@example.com",
                "jürgen@example.com",
                "<script>@example.com"
            })
    void whatIsNoAddressIsRefused(String address) {
        assertThatThrownBy(() -> new MailAddress(address, "Ada"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.text().key()).isEqualTo("mail.address.invalid"));
    }

    @Test
    void anAddressOfTenThousandCharactersIsRefusedWithoutRepeatingItAll() {
        assertThatThrownBy(() -> new MailAddress("a".repeat(10_000) + "@example.com", "Ada"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.text().args().getFirst().toString())
                                .hasSize(80));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "a.b+tag@sub.example.co.uk", "o'hara@example.com", "weft@localhost"})
    void usualAddressesAreTaken(String address) {
        assertThat(new MailAddress(address, "Ada").toInternetAddress().getAddress())
                .isEqualTo(address);
    }

    @Test
    void anInternationalDomainGoesOverTheWireInAscii() {
        assertThat(new MailAddress("ada@müller.example", "Ada")
                        .toInternetAddress()
                        .getAddress())
                .isEqualTo("ada@xn--mller-kva.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada 🎉 Lovelace", "שרה כהן", "Zoë Müller", "山田 太郎", "Lovelace, Ada \"the first\""})
    void aNameOfAnyScriptIsEncodedAndReadBackAsItWas(String name) throws Exception {
        var wire = new MailAddress("ada@example.com", name).toInternetAddress().toString();

        assertThat(wire).isPrintable().isASCII().doesNotContain("\n", "\r");
        assertThat(new InternetAddress(wire).getPersonal()).isEqualTo(name);
    }

    @Test
    void aLineBreakInANameBecomesABlank() {
        var wire = new MailAddress("ada@example.com", "Ada\r\nBcc: eve@example.com").toInternetAddress();

        assertThat(wire.toString()).doesNotContain("\r", "\n");
        assertThat(wire.getPersonal()).isEqualTo("Ada  Bcc: eve@example.com");
    }

    @Test
    void findTrimsAndGivesNothingForWhatCannotBeUsed() {
        assertThat(MailAddress.find(" ada@example.com ", "Ada"))
                .map(MailAddress::address)
                .contains("ada@example.com");
        assertThat(MailAddress.find(null, "Ada")).isEmpty();
        assertThat(MailAddress.find("  ", "Ada")).isEmpty();
        assertThat(MailAddress.find("ada@x\nBcc: y@z", "Ada")).isEmpty();
    }
}
