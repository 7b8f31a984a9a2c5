package org.weft.mail.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.mail.EnqueueResult;
import org.weft.mail.MailAddress;
import org.weft.mail.MailKind;
import org.weft.mail.NewMail;
import org.weft.mail.Outbox;
import org.weft.mail.RenderedMail;
import org.weft.mail.UnreachableAddresses;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
class BounceReaderTest {

    private static final String GONE = "550 5.1.1 User unknown";
    private static final String FULL = "552 5.2.2 Mailbox full";

    @Autowired
    BounceStore store;

    @Autowired
    Outbox outbox;

    @Autowired
    UnreachableAddresses unreachable;

    @Autowired
    MailProperties server;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Fixture fixture;

    @Autowired
    TestClock clock;

    private GreenMail mailbox;
    private GreenMailUser owner;
    private BounceReader reader;
    private int notification;

    @BeforeEach
    void openMailbox() {
        var setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
        mailbox = new GreenMail(setup);
        mailbox.start();
        owner = mailbox.setUser("bounces@weft.example.com", "bounces", "secret");
        reader = new BounceReader(
                new BounceBox(
                        "127.0.0.1",
                        mailbox.getImap().getPort(),
                        "bounces",
                        "secret",
                        "INBOX",
                        false,
                        true,
                        2,
                        5,
                        Duration.ofDays(30)),
                store);
        server.setHost("127.0.0.1");
        SignedIn.as(Role.HR);
    }

    @AfterEach
    void closeMailbox() {
        mailbox.stop();
        server.setHost(null);
    }

    private EnqueueResult enqueue(String key) {
        var mail = NewMail.of(
                key,
                MailKind.DIGEST,
                MailAddress.find("Ada@Example.com", "Ada Lovelace").orElseThrow(),
                Locale.ENGLISH,
                new RenderedMail("Two objectives are due", "<p>Hi</p>", "Hi"));
        return transaction.execute(status -> outbox.enqueue(mail));
    }

    /** A mail the server took. */
    private String sent(String key) {
        enqueue(key);
        fixture.jdbc()
                .sql("update message set status = 'SENT', sent_at = ? where unique_key = ?")
                .params(Timestamp.from(clock.instant()), key)
                .update();
        return fixture.jdbc()
                .sql("select message_id from message where unique_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private void comesBack(String messageId, String words) throws Exception {
        owner.deliver(Dsn.failed(
                "<b%d@mail.example.com>".formatted(++notification), messageId, words.substring(4, 9), words));
    }

    private List<String> column(String column) {
        return fixture.jdbc()
                .sql("select " + column + " from message order by id")
                .query(String.class)
                .list();
    }

    @Test
    void aMessageThatComesBackSaysSoAndWhy() throws Exception {
        comesBack(sent("one"), GONE);
        assertThat(reader.read()).isEqualTo(1);
        assertThat(column("status")).containsExactly("BOUNCED");
        assertThat(column("reason")).containsExactly("BOUNCED");
        assertThat(column("server_answer")).containsExactly(GONE);
        assertThat(reader.read()).as("it has been read").isZero();
    }

    @Test
    void aNotificationReadTwiceCountsOnce() throws Exception {
        var bounce = new Bounce("<b@mail.example.com>", sent("one"), true, GONE);
        assertThat(store.record(bounce)).isTrue();
        assertThat(store.record(bounce)).isFalse();
        assertThat(unreachable.find("ada@example.com")).isEmpty();
    }

    @Test
    void afterTwoForGoodNothingGoesThereAnyMore() throws Exception {
        var first = sent("one");
        var second = sent("two");
        enqueue("waits");
        comesBack(first, GONE);
        comesBack(second, GONE);
        assertThat(reader.read()).isEqualTo(2);
        assertThat(unreachable.find("ADA@example.com"))
                .hasValueSatisfying(address -> assertThat(address.answer()).isEqualTo(GONE));
        assertThat(enqueue("new")).isEqualTo(new EnqueueResult(0, 0, 1, 0));
        assertThat(column("status")).containsExactly("BOUNCED", "BOUNCED", "SUPPRESSED", "SUPPRESSED");
        assertThat(column("reason"))
                .containsExactly("BOUNCED", "BOUNCED", "UNREACHABLE_ADDRESS", "UNREACHABLE_ADDRESS");
    }

    @Test
    void aReminderThatIsCalledOffWithItsAddressIsNoReminder() throws Exception {
        var ada = fixture.person("Ada Lovelace");
        var participant = fixture.participant(fixture.cohort(fixture.cycle(), "Engineers", null), ada);
        var reminder = NewMail.of(
                "reminder",
                MailKind.REMINDER,
                MailAddress.find("ada@example.com", "Ada Lovelace").orElseThrow(),
                Locale.ENGLISH,
                new RenderedMail("One objective is due", "<p>Hi</p>", "Hi"));
        transaction.executeWithoutResult(status -> outbox.enqueue(reminder.about(ada, participant)));
        fixture.figures(participant, Map.of("last_reminded_at", clock.instant()));

        comesBack(sent("first"), "550 5.1.1 no such user");
        comesBack(sent("second"), "550 5.1.1 no such user");
        reader.read();

        assertThat(fixture.row("participant", participant).get("last_reminded_at"))
                .isNull();
    }

    @Test
    void fullMailboxesAreForgivenForLonger() throws Exception {
        for (var id : IntStream.range(0, 4).mapToObj(at -> sent("full" + at)).toList()) {
            comesBack(id, FULL);
        }
        assertThat(reader.read()).isEqualTo(4);
        assertThat(column("reason")).containsOnly("BOUNCED_FOR_NOW");
        assertThat(unreachable.find("ada@example.com")).isEmpty();
        comesBack(sent("full again"), FULL);
        reader.read();
        assertThat(unreachable.find("ada@example.com")).isPresent();
    }

    @Test
    void whatIsLongAgoDoesNotCount() throws Exception {
        comesBack(sent("one"), GONE);
        reader.read();
        clock.advance(Duration.ofDays(31));
        comesBack(sent("two"), GONE);
        reader.read();
        assertThat(unreachable.find("ada@example.com")).isEmpty();
    }

    @Test
    void aPersonMayHaveItTriedAgainAndThenItCountsAnew() throws Exception {
        comesBack(sent("one"), GONE);
        comesBack(sent("two"), GONE);
        reader.read();
        unreachable.tryAgain("Ada@example.com");
        assertThat(enqueue("three")).isEqualTo(new EnqueueResult(1, 0, 0, 0));
        comesBack(sent("four"), GONE);
        reader.read();
        assertThat(unreachable.find("ada@example.com")).isEmpty();
    }

    @Test
    void whatIsNotOursChangesNothingAndWhatIsNoReportNeither() throws Exception {
        sent("one");
        comesBack("<somebody.elses@example.com>", GONE);
        owner.deliver(Dsn.mail("From: ada@example.com\nMessage-Id: <r@example.com>\nSubject: Re\n\nThanks\n"));
        assertThat(reader.read()).isZero();
        assertThat(column("status")).containsExactly("SENT");
    }

    @Test
    void aMailboxThatIsAwayIsLeftAlone() {
        mailbox.stop();
        assertThat(reader.read()).isZero();
    }
}
