package org.weft.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewMailTest {

    private static NewMail mail() {
        return NewMail.of(
                "key",
                MailKind.DIGEST,
                new MailAddress("ada@example.com", "Ada"),
                Locale.ENGLISH,
                new RenderedMail("Subject", "<p>Text</p>", "Text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://weft.example.com/unsubscribe/aA0-_", "http://localhost:8080/x?y=1"})
    void anAddressToUnsubscribeAtIsOneLineOfPlainCharacters(String address) {
        assertThat(mail().unsubscribe(address).unsubscribe()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://weft.example.com/\r\nBcc: all@example.com",
                "https://weft.example.com/\nX: y",
                "https://weft.example.com/>, <mailto:all@example.com",
                "https://weft.example.com/ü",
                "https://weft.example.com/a b",
                "mailto:all@example.com",
                "javascript:alert(1)",
                ""
            })
    void whatCouldBecomeAnotherHeaderIsRefused(String address) {
        assertThatThrownBy(() -> mail().unsubscribe(address)).isInstanceOf(IllegalArgumentException.class);
    }
}
