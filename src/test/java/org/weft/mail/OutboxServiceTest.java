package org.weft.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.security.access.AccessDeniedException;
import org.weft.access.Role;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;

class OutboxServiceTest extends FilledOutbox {

    @Autowired
    WeftMailProperties weft;

    @AfterEach
    void noSender() {
        weft.setFrom(null);
        weft.setFromName(null);
    }

    @Test
    void theNewestStandsFirstAndEachOnceOverAllPages() {
        for (var number = 0; number < 25; number++) {
            enqueue("person%02d@example.com".formatted(number));
            if (number % 5 == 0) {
                clock.advance(Duration.ofMinutes(1));
            }
        }

        var first = messages.list(MessageFilter.ALL, PageRequest.of(0, 10));
        var second = messages.list(MessageFilter.ALL, PageRequest.of(1, 10));
        var third = messages.list(MessageFilter.ALL, PageRequest.of(2, 10));

        assertThat(first.getFirst().toAddress()).isEqualTo("person24@example.com");
        assertThat(third).hasSize(5);
        var all = new ArrayList<>(first);
        all.addAll(second);
        all.addAll(third);
        assertThat(all).extracting(MessageRow::id).doesNotHaveDuplicates().hasSize(25);
        assertThat(messages.count(MessageFilter.ALL)).isEqualTo(25);
    }

    @Test
    void everyColumnSortsAndWhatIsNoColumnIsPassedOver() {
        enqueue("b@example.com");
        enqueue("a@example.com");
        for (var column :
                List.of("toName", "subject", "status", "kind", "createdAt", "sentAt", "attempts", "id; drop table")) {
            assertThat(messages.list(
                            MessageFilter.ALL,
                            PageRequest.of(0, 5, Sort.by(column).descending())))
                    .as(column)
                    .hasSize(2);
        }
    }

    @Test
    void searchFindsNamesAddressesAndSubjectsAndTakesSignsAsTheyAre() {
        enqueue("ada@example.com");
        enqueue("a_b%c@example.com");

        assertThat(found(MessageFilter.ALL.withSearch("ADA@"))).containsExactly("ada@example.com");
        assertThat(found(MessageFilter.ALL.withSearch("lovelace"))).hasSize(2);
        assertThat(found(MessageFilter.ALL.withSearch("your obj"))).hasSize(2);
        assertThat(found(MessageFilter.ALL.withSearch("_b%"))).containsExactly("a_b%c@example.com");
        assertThat(found(MessageFilter.ALL.withSearch("100%"))).isEmpty();
        assertThat(found(MessageFilter.ALL.withSearch("\\"))).isEmpty();
    }

    @Test
    void theStatusFilters() {
        enqueue("ada@example.com");
        MailServers.use(server, 1);
        enqueue("alan@example.com");

        assertThat(found(MessageFilter.ALL.withStatus(MessageStatus.HELD))).containsExactly("ada@example.com");
        assertThat(messages.count(MessageFilter.ALL.withStatus(MessageStatus.QUEUED)))
                .isEqualTo(1);
        assertThat(messages.count(MessageFilter.ALL.withStatus(MessageStatus.SENT)))
                .isZero();
    }

    @Test
    void theKindFilters() {
        enqueue("ada@example.com");
        enqueue("alan@example.com", MailKind.DIGEST);

        assertThat(found(MessageFilter.ALL.withKind(MailKind.DIGEST))).containsExactly("alan@example.com");
        assertThat(messages.count(MessageFilter.ALL.withKind(MailKind.REMINDER)))
                .isEqualTo(1);
        assertThat(messages.count(MessageFilter.ALL.withKind(MailKind.TEST))).isZero();
    }

    @Test
    void theReasonFilters() {
        enqueue("ada@example.com");
        messages.cancel(enqueue("alan@example.com"));
        MailServers.use(server, 1);
        enqueue("bo@example.com");

        assertThat(found(MessageFilter.ALL.withReason(MessageReason.CANCELLED))).containsExactly("alan@example.com");
        assertThat(found(MessageFilter.ALL.withReason(MessageReason.NO_MAIL_SERVER)))
                .containsExactly("ada@example.com");
        assertThat(messages.count(MessageFilter.ALL.withReason(MessageReason.REFUSED)))
                .isZero();
    }

    @Test
    void daysFilterByWhereTheyBeginAndEnd() {
        var day = LocalDate.of(2026, 11, 20);
        written("before", "2026-11-19T22:59:59.999Z");
        written("first", "2026-11-19T23:00:00Z");
        written("last", "2026-11-20T22:59:59.999Z");
        written("after", "2026-11-20T23:00:00Z");
        var berlin = ZoneId.of("Europe/Berlin");
        var all = MessageFilter.ALL;

        assertThat(found(all.withDays(day, day, berlin))).containsExactly("last@example.com", "first@example.com");
        assertThat(messages.count(all.withDays(day, day, ZoneOffset.UTC))).isEqualTo(2);
        assertThat(messages.count(all.withDays(day, null, berlin))).isEqualTo(3);
        assertThat(messages.count(all.withDays(null, day, berlin))).isEqualTo(3);
        assertThat(messages.count(all.withDays(null, null, berlin))).isEqualTo(4);
        assertThat(found(all.withDays(day.plusDays(1), day, berlin)))
                .as("the last day before the first")
                .isEmpty();
    }

    private void written(String name, String moment) {
        fixture.jdbc()
                .sql("update message set created_at = ? where id = ?")
                .params(Timestamp.from(Instant.parse(moment)), enqueue(name + "@example.com"))
                .update();
    }

    @Test
    void allThatIsGivenMustHold() {
        messages.cancel(enqueue("ada@example.com", MailKind.DIGEST));
        messages.cancel(enqueue("alan@example.com"));
        enqueue("bo@example.com", MailKind.DIGEST);
        var today = LocalDate.ofInstant(TestClock.START, ZoneOffset.UTC);
        var filter = MessageFilter.ALL
                .withSearch("example")
                .withStatus(MessageStatus.SUPPRESSED)
                .withReason(MessageReason.CANCELLED)
                .withKind(MailKind.DIGEST)
                .withDays(today, today, ZoneOffset.UTC);

        assertThat(found(filter)).containsExactly("ada@example.com");
        assertThat(messages.count(filter)).isEqualTo(1);
        assertThat(found(filter.withDays(today.plusDays(1), null, ZoneOffset.UTC)))
                .isEmpty();
    }

    @Test
    void aFailedMessageIsTriedAgainByHand() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            smtp.answer("rcpt to:", "550 5.1.1 no such user");
            var id = enqueue("ada@example.com");
            sender.sendDue();
            assertThat(messages.find(id).orElseThrow().status()).isEqualTo(MessageStatus.FAILED);
            smtp.answer("rcpt to:", "250 ok");

            messages.retry(id);
            sender.sendDue();

            var sent = messages.find(id).orElseThrow();
            assertThat(sent.status()).isEqualTo(MessageStatus.SENT);
            assertThat(sent.reason()).isNull();
            assertThat(actions()).containsExactly("MESSAGE_RETRIED");
            assertThatThrownBy(() -> messages.retry(id)).isInstanceOf(StaleEditException.class);
        }
    }

    @Test
    void aMessageCanBeCalledOffUntilItIsSent() throws Exception {
        var id = enqueue("ada@example.com");

        messages.cancel(id);

        var cancelled = messages.find(id).orElseThrow();
        assertThat(cancelled.status()).isEqualTo(MessageStatus.SUPPRESSED);
        assertThat(cancelled.reason()).isEqualTo(MessageReason.CANCELLED);
        assertThatThrownBy(() -> messages.cancel(id)).isInstanceOf(StaleEditException.class);
        assertThatThrownBy(() -> messages.cancel(-1)).isInstanceOf(NotFoundException.class);
        assertThat(actions()).containsExactly("MESSAGE_CANCELLED");
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            sender.sendDue();
            assertThat(smtp.accepted()).isEmpty();
        }
    }

    @Test
    void allThatWasWrittenToOnePersonIsFound() {
        var ada = fixture.person("Ada Lovelace");
        enqueue("ada@example.com");
        enqueue("alan@example.com");
        fixture.jdbc()
                .sql("update message set person_id = ?, to_name = 'Ada L' where to_address = 'ada@example.com'")
                .param(ada)
                .update();

        var filter = MessageFilter.ALL.withPerson(ada);
        assertThat(messages.count(filter)).isEqualTo(1);
        assertThat(messages.list(filter, PAGE))
                .singleElement()
                .satisfies(row -> assertThat(row.personId()).isEqualTo(ada));
        assertThat(messages.recipientName(ada)).contains("Ada L");
        assertThat(messages.recipientName(ada + 1)).isEmpty();
    }

    @Test
    void onlyHrReadsWhatAMailSays() {
        var id = enqueue("ada@example.com");
        var body = messages.body(id);
        assertThat(body.html()).isEqualTo("<p>Three are open</p>");
        assertThat(body.text()).isEqualTo("Three are open");
        assertThat(body.source())
                .contains("From: Weft <weft@localhost>", "ada@example.com", "Message-ID: <weft.", "Three are open");

        SignedIn.as(Role.ADMIN);
        assertThat(messages.find(id)).isPresent();
        assertThatThrownBy(() -> messages.body(id)).isInstanceOf(AccessDeniedException.class);

        for (var role : List.of(Role.MANAGER, Role.EXECUTIVE, Role.MEMBER)) {
            SignedIn.as(role);
            assertThatThrownBy(() -> messages.list(MessageFilter.ALL, PAGE)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> messages.cancel(id)).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void theSourceShowsTheSenderThatWasUsedWhateverIsSetToday() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            smtp.answer("rcpt to:<bo@", "550 5.1.1 no such user").answer("rcpt to:<cy@", "450 4.2.0 later");
            weft.setFrom("then@example.com");
            weft.setFromName("Then");
            var ada = enqueue("ada@example.com");
            var bo = enqueue("bo@example.com");
            var cy = enqueue("cy@example.com");
            assertThat(messages.body(ada).today()).as("it has not gone out").isTrue();
            sender.sendDue();

            weft.setFrom("now@example.com");
            weft.setFromName("Now");

            for (var told : List.of(ada, bo)) {
                assertThat(messages.body(told).source()).contains("From: Then <then@example.com>");
                assertThat(messages.body(told).today()).isFalse();
            }
            assertThat(messages.body(cy).source())
                    .as("it goes out by today's settings")
                    .contains("From: Now <now@example.com>");
            assertThat(messages.body(cy).today()).isTrue();

            fixture.jdbc()
                    .sql("update message set from_address = null, from_name = null")
                    .update();
            assertThat(messages.body(ada).source()).as("an old one").contains("From: Now <now@example.com>");
            assertThat(messages.body(ada).today()).isTrue();
        }
    }
}
