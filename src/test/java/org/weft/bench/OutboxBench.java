package org.weft.bench;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.base.Translations;
import org.weft.mail.MailAddress;
import org.weft.mail.MailKind;
import org.weft.mail.MailTemplates;
import org.weft.mail.NewMail;
import org.weft.mail.Outbox;
import org.weft.mail.OutboxNode;
import org.weft.mail.ProgressPicture;
import org.weft.mail.RenderedMail;
import org.weft.mail.SmtpSink;
import org.weft.reminders.PlanProgress;

/**
 * Mail through the outbox, from the rows in PostgreSQL to the last result written down, against a socket that says the
 * same bytes to the same server with no database and no mail library; and what a transaction that stays open elsewhere
 * does to it.
 */
class OutboxBench {

    private static final int MAILS = Integer.getInteger("weft.bench.mails", 10_000);
    private static final int ONE_BY_ONE = Math.min(MAILS, 1000);

    private static final Duration OPEN = Duration.ofSeconds(Integer.getInteger("weft.bench.open", 180));
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private SmtpSink sink;
    private ConfigurableApplicationContext node;
    private int written;

    @BeforeEach
    void start() throws IOException {
        sink = new SmtpSink(0);
        var url = BenchDatabase.url("weft_outbox");
        Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .locations("classpath:db/migration", "classpath:db/vendor/postgresql")
                .load()
                .migrate();
        node = OutboxNode.start(
                List.of(MailTemplates.class, Translations.class),
                "--db-scheduler.enabled=false",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + sink.port(),
                "--weft.mail.tls=false");
        node.getBean(JdbcClient.class).sql("truncate message cascade").update();
    }

    @AfterEach
    void stop() throws IOException {
        node.close();
        sink.close();
    }

    @Test
    void againstARawSocket() throws Exception {
        sink.keep(true);
        throughTheOutbox();
        sink.keep(false);
        var contents = sink.contents();
        Lines.fact(
                "mail of real content, mean size",
                contents.stream().mapToInt(content -> content.length).average().orElseThrow() / 1024,
                "KB");
        raw(contents);
        oneByOne(contents.subList(0, ONE_BY_ONE));

        var rounds = 5;
        var ours = new double[rounds];
        var bare = new double[rounds];
        var single = new double[rounds];
        for (var round = 0; round < rounds; round++) {
            ours[round] = throughTheOutbox();
            bare[round] = raw(contents);
            single[round] = oneByOne(contents.subList(0, ONE_BY_ONE)) * MAILS / ONE_BY_ONE;
        }
        var outbox = median(ours);
        var socket = median(bare);
        Lines.ratio(
                "PostgreSQL: %,d mails through the outbox".formatted(MAILS),
                outbox,
                "s",
                "the same bytes by a raw socket",
                socket,
                2.5);
        Lines.ratio(
                "%,d mails one by one by JavaMailSender".formatted(MAILS),
                median(single),
                "s",
                "the same bytes by a raw socket",
                socket,
                Double.NaN);
        Lines.fact("PostgreSQL: through the outbox", MAILS / outbox, "a second");
    }

    /** A transaction that has written and has seen the rows as they were keeps the database from tidying up. */
    @Test
    void besideATransactionThatStaysOpen() throws Exception {
        throughTheOutbox();
        throughTheOutbox();
        var before = IntStream.range(0, 5).mapToDouble(round -> timed()).toArray();
        double[] during;
        try (var elsewhere = node.getBean(DataSource.class).getConnection()) {
            leaveOpen(elsewhere);
            var start = System.nanoTime();
            var times = new ArrayList<Double>();
            while (System.nanoTime() - start < OPEN.toNanos()) {
                times.add(timed());
                Thread.sleep(BETWEEN);
            }
            during = times.stream().mapToDouble(Double::doubleValue).toArray();
            elsewhere.rollback();
        }
        var last = Arrays.copyOfRange(during, Math.max(0, during.length - 5), during.length);
        var what = "PostgreSQL: %,d mails, a transaction open for %d s".formatted(MAILS, OPEN.toSeconds());
        Lines.ratio(what + ", all rounds", median(during), "s", "before it", median(before), 1.2);
        Lines.ratio(what + ", the last five rounds", median(last), "s", "before it", median(before), 1.2);
    }

    private static void leaveOpen(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            statement.execute("insert into audit_entry (at, actor_name, action, subject_type) "
                    + "values (current_timestamp, 'Somebody', 'LONG_WORK', 'message')");
            statement.executeQuery("select count(*) from message").next();
        }
    }

    private double timed() {
        try {
            return throughTheOutbox();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return seconds from the first claim to the last result; writing them down before is not part of it */
    private double throughTheOutbox() {
        var outbox = node.getBean(Outbox.class);
        var mails = mails();
        node.getBean(TransactionTemplate.class).executeWithoutResult(status -> outbox.enqueue(mails));
        sink.clear();
        var start = System.nanoTime();
        OutboxNode.send(node);
        var seconds = seconds(start);
        if (sink.count() != MAILS) {
            throw new IllegalStateException(sink.count() + " mails arrived");
        }
        return seconds;
    }

    /** As a program would that does nothing else: one connection, every answer waited for. */
    private double raw(List<byte[]> contents) throws IOException {
        sink.clear();
        var start = System.nanoTime();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), sink.port())) {
            socket.setTcpNoDelay(true);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            var out = new BufferedOutputStream(socket.getOutputStream(), 65_536);
            in.readLine();
            say(in, out, "EHLO bench\r\n".getBytes(StandardCharsets.US_ASCII));
            var from = "MAIL FROM:<weft@localhost>\r\n".getBytes(StandardCharsets.US_ASCII);
            var data = "DATA\r\n".getBytes(StandardCharsets.US_ASCII);
            var end = ".\r\n".getBytes(StandardCharsets.US_ASCII);
            var number = 0;
            for (var content : contents) {
                say(in, out, from);
                say(in, out, "RCPT TO:<%s>\r\n".formatted(address(number++)).getBytes(StandardCharsets.US_ASCII));
                say(in, out, data);
                out.write(content);
                say(in, out, end);
            }
        }
        return seconds(start);
    }

    private static void say(BufferedReader in, BufferedOutputStream out, byte[] words) throws IOException {
        out.write(words);
        out.flush();
        var answer = in.readLine();
        if (answer == null || answer.charAt(0) > '3') {
            throw new IOException("The server said " + answer);
        }
    }

    private double oneByOne(List<byte[]> contents) throws Exception {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(sink.port());
        // Or each message waits 40 ms for the network to send its last packet.
        sender.getJavaMailProperties().put("mail.smtp.socketFactory", OutboxNode.sockets());
        var session = Session.getInstance(sender.getJavaMailProperties());
        var messages = new ArrayList<MimeMessage>();
        for (var content : contents) {
            messages.add(new MimeMessage(session, new ByteArrayInputStream(content)));
        }
        sink.clear();
        var start = System.nanoTime();
        for (var message : messages) {
            sender.send(message);
        }
        return seconds(start);
    }

    /** A hundred different ones, each to a hundredth of the people. */
    private List<NewMail> mails() {
        var contents = IntStream.range(0, 100).mapToObj(this::content).toList();
        var round = written++;
        return IntStream.range(0, MAILS)
                .mapToObj(number -> NewMail.of(
                        "bench %d %d".formatted(round, number),
                        MailKind.REMINDER,
                        new MailAddress(address(number), "Jörg Müller " + number),
                        Locale.GERMAN,
                        contents.get(number % contents.size())))
                .toList();
    }

    /** Public, or the template could not read it. */
    public record Line(String title, String due, String late, String progress, int percent) {}

    /** As a template asks for its words; public for the same reason. */
    public record Words(int number) {

        public String line(String part) {
            return part.equals("button")
                    ? "Meinen Plan öffnen"
                    : "Sie bekommen diese E-Mail, weil Sie an Netzwerken " + number + " teilnehmen, 4. Quartal 2026.";
        }

        public List<List<String>> paragraphs(String part) {
            return part.equals("intro")
                    ? List.of(List.of("Hallo Jörg,"), List.of("das Quartal ist bald zu Ende.", "Was fehlt?"))
                    : List.of(List.of("Viele Grüße", "Ada Lovelace"));
        }
    }

    private static String address(int number) {
        return "person%05d@example.com".formatted(number);
    }

    private RenderedMail content(int number) {
        var lines = IntStream.range(0, 3 + number % 6)
                .mapToObj(line -> new Line(
                        "Mit Kolleginnen der Nachbarabteilung klären, worauf Aufträge warten (" + line + ")",
                        "fällig am 4. Dezember 2026",
                        "seit 3 Tagen überfällig",
                        "2 von 4 Gesprächen",
                        50))
                .toList();
        var model = new HashMap<String, Object>();
        model.put("words", new Words(number));
        model.put(
                "ring",
                new PlanProgress.Shown(
                        ProgressPicture.reference(number), "Zu " + number + " % erreicht", number + " % des Plans"));
        model.put("lines", lines);
        model.put("more", 0);
        model.put("open", lines.size());
        model.put("late", 1);
        model.put("link", "https://weft.example.com/my-plan");
        model.put("sender", "Ada Lovelace");
        model.put("answers", true);
        return node.getBean(MailTemplates.class).render("reminder", Locale.GERMAN, "Drei Ziele sind offen", model);
    }

    private static double median(double[] all) {
        var sorted = all.clone();
        Arrays.sort(sorted);
        return Timing.median(sorted);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
