package org.weft.mail.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.base.InvalidInputException;
import org.weft.mail.MailAddress;
import org.weft.mail.MailKind;
import org.weft.mail.MailServers;
import org.weft.mail.NewMail;
import org.weft.mail.Outbox;
import org.weft.mail.OutboxService;
import org.weft.mail.RenderedMail;
import org.weft.mail.ScriptedSmtpServer;
import org.weft.mail.SendNow;
import org.weft.mail.UnreachableAddresses;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

/** An address the mail server itself says there is nobody at. */
@WeftTest
class RefusalsTest {

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxService messages;

    @Autowired
    SendNow sender;

    @Autowired
    UnreachableAddresses unreachable;

    @Autowired
    MailProperties server;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Fixture fixture;

    private ScriptedSmtpServer smtp;

    @BeforeEach
    void aServer() throws Exception {
        smtp = new ScriptedSmtpServer();
        MailServers.use(server, smtp.port());
        SignedIn.as(Role.HR);
    }

    @AfterEach
    void noServer() throws Exception {
        smtp.close();
        MailServers.useNone(server);
    }

    private void refused(String key, String answer) {
        smtp.answer("rcpt to:", answer);
        transaction.executeWithoutResult(status -> outbox.enqueue(NewMail.of(
                key,
                MailKind.TEST,
                MailAddress.find("ada@example.com", "Ada Lovelace").orElseThrow(),
                Locale.ENGLISH,
                new RenderedMail("Two objectives are due", "<p>Hi</p>", "Hi"))));
        sender.run();
    }

    private long id(String key) {
        return fixture.jdbc()
                .sql("select id from message where unique_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    @Test
    void whereThereIsNobodyNothingIsSentAfterTheSecondRefusal() {
        refused("one", "550 5.1.1 no such user");
        assertThat(unreachable.find("ada@example.com")).isEmpty();
        messages.retry(id("one"));
        sender.run();
        assertThat(unreachable.find("ada@example.com"))
                .as("tried again, and refused again")
                .isPresent();

        assertThatThrownBy(() -> messages.retry(id("one"))).isInstanceOf(InvalidInputException.class);
        refused("two", "550 5.1.1 no such user");
        assertThat(fixture.jdbc()
                        .sql("select reason from message where unique_key = 'two'")
                        .query(String.class)
                        .single())
                .isEqualTo("UNREACHABLE_ADDRESS");
    }

    @Test
    void aRefusalOfUsSaysNothingAboutTheAddress() {
        for (var n = 0; n < 3; n++) {
            refused("policy" + n, "550 5.7.1 not from you");
            refused("sender" + n, "550 5.1.8 bad sender");
        }
        assertThat(unreachable.find("ada@example.com")).isEmpty();
    }
}
