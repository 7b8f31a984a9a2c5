package org.weft.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weft.base.InvalidInputException;

class RenderedMailTest {

    @ParameterizedTest
    @ValueSource(strings = {"Hello\r\nBcc: eve@example.com", "Hello\nyou", "Hello\u2028you", "Hello\u0000"})
    void aSubjectOfSeveralLinesIsRefused(String subject) {
        assertThatThrownBy(() -> new RenderedMail(subject, "<p>x</p>", "x"))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> {
                    assertThat(refused.field()).isEqualTo("subject");
                    assertThat(refused.text().key()).isEqualTo("mail.subject.lineBreak");
                });
    }

    @Test
    void aBlankOrEndlessSubjectIsRefused() {
        assertThatThrownBy(() -> new RenderedMail("  ", "", "")).hasMessageContaining("mail.subject.blank");
        assertThatThrownBy(() -> new RenderedMail("x".repeat(501), "", "")).hasMessageContaining("mail.subject.long");
    }

    @Test
    void aSubjectOfAnyScriptIsTaken() {
        assertThat(new RenderedMail("Erinnerung 🎉 תזכורת =cmd()", "", "").subject())
                .isEqualTo("Erinnerung 🎉 תזכורת =cmd()");
    }
}
