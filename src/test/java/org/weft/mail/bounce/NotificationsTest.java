package org.weft.mail.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationsTest {

    private static final String OURS = "<weft.1@weft.example.com>";

    @ParameterizedTest
    @CsvSource({
        "5.1.1,         550 5.1.1 User unknown,            true",
        "5.1.10,        550 5.1.10 RecipientNotFound,      true",
        "5.2.1,         550 5.2.1 Mailbox disabled,        true",
        "5.2.2,         552 5.2.2 Mailbox full,            false",
        "5.7.1,         550 5.7.1 Blocked by policy,       false",
        "4.4.1,         connection timed out,              false",
        "4.4.7,         message expired after five days,   false"
    })
    void whatFailedForGoodIsToldFromWhatFailedForNow(String status, String words, boolean hard) throws Exception {
        assertThat(Notifications.read(Dsn.failed("<b1@mail.example.com>", OURS, status, words)))
                .hasValueSatisfying(bounce -> {
                    assertThat(bounce.messageId()).isEqualTo(OURS);
                    assertThat(bounce.notification()).isEqualTo("<b1@mail.example.com>");
                    assertThat(bounce.hard()).isEqualTo(hard);
                    assertThat(bounce.answer()).contains(status).endsWith(words);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/rfc822-headers", "message/rfc822"})
    void serversReturnTheHeadersOrTheWholeMessage(String returned) throws Exception {
        var mail = Dsn.report("<b2@mail.example.com>", "failed", "5.1.1", "550 No such user", returned, OURS);
        assertThat(Notifications.read(mail)).map(Bounce::messageId).contains(OURS);
    }

    @Test
    void wordOfADelayIsNoBounce() throws Exception {
        var mail = Dsn.report("<b3@mail.example.com>", "delayed", "4.4.1", "timed out", "text/rfc822-headers", OURS);
        assertThat(Notifications.read(mail)).isEmpty();
    }

    @Test
    void anAnswerOfAPersonIsNoBounce() throws Exception {
        assertThat(Notifications.read(Dsn.mail("""
                        From: Ada Lovelace <ada@example.com>
                        To: bounces@weft.example.com
                        Subject: Re: Two objectives are due
                        Message-Id: <a1@example.com>
                        In-Reply-To: %s
                        Content-Type: text/plain

                        I am away until Monday.
                        """.formatted(OURS)))).isEmpty();
    }

    @Test
    void aReportThatReturnsNothingOfOursIsNoBounce() throws Exception {
        assertThat(Notifications.read(Dsn.mail("""
                        From: MAILER-DAEMON@mail.example.com
                        To: bounces@weft.example.com
                        Message-Id: <b4@mail.example.com>
                        MIME-Version: 1.0
                        Content-Type: multipart/report; report-type=delivery-status; boundary="B1"

                        --B1
                        Content-Type: text/plain

                        Gone.
                        --B1
                        Content-Type: message/delivery-status

                        Reporting-MTA: dns; mail.example.com

                        Final-Recipient: rfc822; ada@example.com
                        Action: failed
                        Status: 5.1.1
                        --B1--
                        """))).isEmpty();
    }
}
