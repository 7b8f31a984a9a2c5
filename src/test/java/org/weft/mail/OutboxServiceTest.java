package org.weft.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
class OutboxServiceTest {

    private static final PageRequest PAGE = PageRequest.of(0, 50);

    @Autowired
    OutboxService service;

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxSender sender;

    @Autowired
    MailProperties server;

    @Autowired
    WeftMailProperties weft;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Fixture fixture;

    @Autowired
    TestClock clock;

    @BeforeEach
    void hr() {
        SignedIn.as(Role.HR);
    }

    @AfterEach
    void noServer() {
        MailServers.useNone(server);
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

        var first = service.list(MessageFilter.ALL, PageRequest.of(0, 10));
        var second = service.list(MessageFilter.ALL, PageRequest.of(1, 10));
        var third = service.list(MessageFilter.ALL, PageRequest.of(2, 10));

        assertThat(first.getFirst().toAddress()).isEqualTo("person24@example.com");
        assertThat(third).hasSize(5);
        var all = new ArrayList<>(first);
        all.addAll(second);
        all.addAll(third);
        assertThat(all).extracting(MessageRow::id).doesNotHaveDuplicates().hasSize(25);
        assertThat(service.count(MessageFilter.ALL)).isEqualTo(25);
    }

    @Test
    void everyColumnSortsAndWhatIsNoColumnIsPassedOver() {
        enqueue("b@example.com");
        enqueue("a@example.com");
        for (var column :
                List.of("toName", "subject", "status", "kind", "createdAt", "sentAt", "attempts", "id; drop table")) {
            assertThat(service.list(
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

        assertThat(found("ADA@")).containsExactly("ada@example.com");
        assertThat(found("lovelace")).hasSize(2);
        assertThat(found("your obj")).hasSize(2);
        assertThat(found("_b%")).containsExactly("a_b%c@example.com");
        assertThat(found("100%")).isEmpty();
        assertThat(found("\\")).isEmpty();
    }

    @Test
    void theStatusFilters() {
        enqueue("ada@example.com");
        MailServers.use(server, 1);
        enqueue("alan@example.com");

        assertThat(service.list(MessageFilter.ALL.withStatus(MessageStatus.HELD), PAGE))
                .extracting(MessageRow::toAddress)
                .containsExactly("ada@example.com");
        assertThat(service.count(MessageFilter.ALL.withStatus(MessageStatus.QUEUED)))
                .isEqualTo(1);
        assertThat(service.count(MessageFilter.ALL.withStatus(MessageStatus.SENT)))
                .isZero();
    }

    @Test
    void aFailedMessageIsTriedAgainByHand() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            smtp.answer("rcpt to:", "550 5.1.1 no such user");
            var id = enqueue("ada@example.com");
            sender.sendDue();
            assertThat(service.find(id).orElseThrow().status()).isEqualTo(MessageStatus.FAILED);
            smtp.answer("rcpt to:", "250 ok");

            service.retry(id);
            sender.sendDue();

            var sent = service.find(id).orElseThrow();
            assertThat(sent.status()).isEqualTo(MessageStatus.SENT);
            assertThat(sent.reason()).isNull();
            assertThat(actions()).containsExactly("MESSAGE_RETRIED");
            assertThatThrownBy(() -> service.retry(id)).isInstanceOf(StaleEditException.class);
        }
    }

    @Test
    void aMessageCanBeCalledOffUntilItIsSent() throws Exception {
        var id = enqueue("ada@example.com");

        service.cancel(id);

        var cancelled = service.find(id).orElseThrow();
        assertThat(cancelled.status()).isEqualTo(MessageStatus.SUPPRESSED);
        assertThat(cancelled.reason()).isEqualTo(MessageReason.CANCELLED);
        assertThatThrownBy(() -> service.cancel(id)).isInstanceOf(StaleEditException.class);
        assertThatThrownBy(() -> service.cancel(-1)).isInstanceOf(NotFoundException.class);
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
        assertThat(service.count(filter)).isEqualTo(1);
        assertThat(service.list(filter, PAGE))
                .singleElement()
                .satisfies(row -> assertThat(row.personId()).isEqualTo(ada));
        assertThat(service.recipientName(ada)).contains("Ada L");
        assertThat(service.recipientName(ada + 1)).isEmpty();
    }

    @Test
    void onlyHrReadsWhatAMailSays() {
        var id = enqueue("ada@example.com");
        var body = service.body(id);
        assertThat(body.html()).isEqualTo("<p>Three are open</p>");
        assertThat(body.text()).isEqualTo("Three are open");
        assertThat(body.source())
                .contains("From: Weft <weft@localhost>", "ada@example.com", "Message-ID: <weft.", "Three are open");

        SignedIn.as(Role.ADMIN);
        assertThat(service.find(id)).isPresent();
        assertThatThrownBy(() -> service.body(id)).isInstanceOf(AccessDeniedException.class);

        for (var role : List.of(Role.MANAGER, Role.EXECUTIVE, Role.MEMBER)) {
            SignedIn.as(role);
            assertThatThrownBy(() -> service.list(MessageFilter.ALL, PAGE)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> service.cancel(id)).isInstanceOf(AccessDeniedException.class);
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
            assertThat(service.body(ada).today()).as("it has not gone out").isTrue();
            sender.sendDue();

            weft.setFrom("now@example.com");
            weft.setFromName("Now");

            for (var told : List.of(ada, bo)) {
                assertThat(service.body(told).source()).contains("From: Then <then@example.com>");
                assertThat(service.body(told).today()).isFalse();
            }
            assertThat(service.body(cy).source())
                    .as("it goes out by today's settings")
                    .contains("From: Now <now@example.com>");
            assertThat(service.body(cy).today()).isTrue();

            fixture.jdbc()
                    .sql("update message set from_address = null, from_name = null")
                    .update();
            assertThat(service.body(ada).source()).as("an old one").contains("From: Now <now@example.com>");
            assertThat(service.body(ada).today()).isTrue();
        }
    }

    private long enqueue(String address) {
        transaction.executeWithoutResult(status -> outbox.enqueue(Mails.to(address)));
        return fixture.jdbc()
                .sql("select id from message where to_address = ?")
                .param(address.toLowerCase(Locale.ROOT))
                .query(Long.class)
                .single();
    }

    private List<String> found(String search) {
        return service.list(MessageFilter.ALL.withSearch(search), PAGE).stream()
                .map(MessageRow::toAddress)
                .toList();
    }

    private List<String> actions() {
        return fixture.jdbc()
                .sql("select action from audit_entry order by id")
                .query(String.class)
                .list();
    }
}
