package org.weft.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.weft.access.Role;
import org.weft.base.InvalidInputException;
import org.weft.base.Selection;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;

class OutboxBulkServiceTest extends FilledOutbox {

    @Autowired
    OutboxBulkService service;

    @Test
    void heldMessagesGoOutOnlyWhenSomebodyReleasesThem() throws Exception {
        enqueue("ada@example.com");
        clock.advance(Duration.ofHours(1));
        enqueue("alan@example.com");
        assertThat(service.held()).isEqualTo(new HeldMessages(2, TestClock.START));
        assertThatThrownBy(service::releaseHeld).isInstanceOf(InvalidInputException.class);

        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            sender.sendDue();
            assertThat(smtp.accepted()).isEmpty();

            assertThat(service.releaseHeld()).isEqualTo(2);
            assertThat(service.releaseHeld()).as("a second click finds nothing").isZero();
            sender.sendDue();
            assertThat(smtp.accepted()).containsExactly("ada@example.com", "alan@example.com");
        }
        assertThat(service.held()).isEqualTo(new HeldMessages(0, null));
        assertThat(actions()).containsExactly("MESSAGES_RELEASED");
    }

    @Test
    void allThatAFilterFindsIsCalledOffAndTheOthersStay() {
        enqueue("ada@example.com");
        enqueue("alan@example.com");
        enqueue("bo@elsewhere.example");

        var filter = MessageFilter.ALL.withSearch("@example.com");
        assertThat(service.choices(filter, Selection.ALL)).isEqualTo(new MessageChoices(2, 2));
        assertThat(service.cancel(filter, Selection.ALL)).isEqualTo(2);

        assertThat(service.choices(filter, Selection.ALL)).isEqualTo(new MessageChoices(0, 0));
        assertThat(service.cancel(filter, Selection.ALL))
                .as("a second click finds nothing")
                .isZero();
        assertThat(messages.count(MessageFilter.ALL.withStatus(MessageStatus.SUPPRESSED)))
                .isEqualTo(2);
        assertThat(service.held().count()).isEqualTo(1);
        assertThat(actions()).containsExactly("MESSAGES_CANCELLED");
    }

    @Test
    void allThatAFilterFindsIsTriedAgainButNotWhatWasSentOrIsOnItsWay() throws Exception {
        assertThatThrownBy(() -> service.retry(MessageFilter.ALL, Selection.ALL))
                .isInstanceOf(InvalidInputException.class);
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            enqueue("sent@example.com");
            sender.sendDue();
            smtp.answer("rcpt to:<ada@", "550 5.1.1 no such user");
            smtp.answer("rcpt to:<alan@", "450 4.2.0 later");
            enqueue("ada@example.com");
            enqueue("alan@example.com");
            smtp.answer("rcpt to:<cy@", "550 5.1.1 no such user");
            enqueue("cy@example.com");
            sender.sendDue();
            var onItsWay = enqueue("bo@example.com");
            fixture.jdbc()
                    .sql("update message set status = 'SENDING', send_after = ? where id = ?")
                    .params(Timestamp.from(TestClock.START.plus(Duration.ofMinutes(10))), onItsWay)
                    .update();
            fixture.jdbc()
                    .sql(
                            "insert into unreachable_address (address, since, answer) values ('cy@example.com', now(), 'no')")
                    .update();
            smtp.answer("rcpt to:<ada@", "250 ok").answer("rcpt to:<alan@", "250 ok");

            assertThat(service.choices(MessageFilter.ALL, Selection.ALL)).isEqualTo(new MessageChoices(2, 1));
            assertThat(service.retry(MessageFilter.ALL, Selection.ALL)).isEqualTo(2);
            sender.sendDue();

            assertThat(smtp.accepted())
                    .containsExactlyInAnyOrder("sent@example.com", "ada@example.com", "alan@example.com");
            assertThat(actions()).containsExactly("MESSAGES_RETRIED");
        }
    }

    @Test
    void whatIsMarkedIsMeantAndNothingElse() {
        var ada = enqueue("ada@example.com");
        var alan = enqueue("alan@example.com");
        enqueue("bo@elsewhere.example");
        var filter = MessageFilter.ALL.withSearch("@example.com");

        assertThat(service.choices(filter, Selection.NONE)).isEqualTo(new MessageChoices(0, 0));
        assertThat(service.cancel(filter, Selection.NONE)).isZero();
        assertThat(service.choices(filter, Selection.only(Set.of(ada)))).isEqualTo(new MessageChoices(1, 1));
        var allButAda = new Selection(true, Set.of(ada));
        assertThat(service.choices(filter, allButAda)).isEqualTo(new MessageChoices(1, 1));

        assertThat(service.cancel(filter, allButAda)).isEqualTo(1);
        assertThat(messages.find(alan).orElseThrow().status()).isEqualTo(MessageStatus.SUPPRESSED);
        assertThat(messages.find(ada).orElseThrow().status()).isEqualTo(MessageStatus.HELD);
        assertThat(service.choices(MessageFilter.ALL, Selection.only(Set.of(alan))))
                .as("nothing can be done with it any more")
                .isEqualTo(new MessageChoices(0, 0));

        MailServers.use(server, 1);
        assertThat(service.retry(filter, Selection.only(Set.of(ada, alan)))).isEqualTo(1);
        assertThat(messages.find(ada).orElseThrow().status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(service.held().count()).as("what was not marked").isEqualTo(1);
    }

    @Test
    void whatIsCalledOffOrTriedAgainIsWhatEveryFilterLeaves() {
        var today = LocalDate.ofInstant(TestClock.START, ZoneOffset.UTC);
        enqueue("old@example.com", MailKind.DIGEST);
        clock.advance(Duration.ofDays(1));
        var digest = enqueue("ada@example.com", MailKind.DIGEST);
        enqueue("alan@example.com");
        messages.cancel(enqueue("bo@example.com", MailKind.DIGEST));
        var filter = MessageFilter.ALL
                .withKind(MailKind.DIGEST)
                .withReason(MessageReason.NO_MAIL_SERVER)
                .withDays(today.plusDays(1), null, ZoneOffset.UTC);

        assertThat(service.choices(filter, Selection.ALL)).isEqualTo(new MessageChoices(1, 1));
        assertThat(service.cancel(filter.withDays(null, today, ZoneOffset.UTC), Selection.ALL))
                .isEqualTo(1);
        MailServers.use(server, 1);
        assertThat(service.retry(filter, Selection.ALL)).isEqualTo(1);

        assertThat(messages.find(digest).orElseThrow().status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(service.held().count()).as("the reminder").isEqualTo(1);
        assertThat(messages.count(MessageFilter.ALL.withStatus(MessageStatus.SUPPRESSED)))
                .isEqualTo(2);
    }

    @Test
    void onlyHrAndAdministratorsChangeAnything() {
        for (var role : List.of(Role.MANAGER, Role.EXECUTIVE, Role.MEMBER)) {
            SignedIn.as(role);
            assertThatThrownBy(() -> service.cancel(MessageFilter.ALL, Selection.ALL))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> service.retry(MessageFilter.ALL, Selection.ALL))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(service::releaseHeld).isInstanceOf(AccessDeniedException.class);
        }
    }
}
