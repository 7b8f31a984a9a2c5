package org.weft.mail;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.mail.SmtpSink.Delivery;

/**
 * What {@code docs/mail.md} promises, proven: application processes on one PostgreSQL, each a Java machine of its own that
 * is killed as by {@code kill -9}. {@code -Dweft.kills=100} for the long run.
 */
class OutboxProofIT {

    private static final int MESSAGES = 10_000;
    private static final int KILLS = Integer.getInteger("weft.kills", 20);
    private static final long SEED = Long.getLong("weft.seed", System.nanoTime());
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final List<Node> nodes = new ArrayList<>();
    private int launched;
    private EmbeddedPostgres postgres;
    private SmtpSink sink;
    private ConfigurableApplicationContext portal;
    private JdbcClient jdbc;

    /** An application process, and what it calls itself when it greets the mail server. */
    private record Node(String name, Process process) {}

    /** Messages that a killed process had taken and not written down, of which the sink may have got some. */
    private record Kill(String node, Set<String> taken) {}

    @BeforeEach
    void start() throws IOException {
        postgres = postgres(0);
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("classpath:db/migration", "classpath:db/vendor/postgresql")
                .load()
                .migrate();
        sink = new SmtpSink(1);
        // Writes messages down and sends none.
        portal = OutboxNode.start(settings("portal", "--db-scheduler.enabled=false"));
        jdbc = portal.getBean(JdbcClient.class);
    }

    @AfterEach
    void stop() throws Exception {
        for (var node : List.copyOf(nodes)) {
            kill(node);
        }
        portal.close();
        sink.close();
        postgres.close();
    }

    @Test
    void withoutKillsEveryMessageGoesOutOnce() throws Exception {
        enqueue(0, MESSAGES);
        launch();
        launch();

        awaitAllSent();

        assertNothingLost(MESSAGES);
        assertThat(sink.deliveries()).hasSize(MESSAGES);
        assertThat(sink.deliveries().stream().map(Delivery::client).distinct())
                .as("both took part")
                .hasSize(2);
    }

    @Test
    void killedProcessesLoseNothingAndRepeatAtMostWhatWasInFlight() throws Exception {
        var start = System.nanoTime();
        var kills = new ArrayList<Kill>();
        launch();
        launch();
        for (var number = 0; number < KILLS; number++) {
            var victim = nodes.get(random.nextInt(nodes.size()));
            awaitRunning(victim);
            var before = sink.count();
            enqueue(number * MESSAGES / KILLS, (number + 1) * MESSAGES / KILLS);
            await("the sending to begin", () -> sink.count() > before);
            Thread.sleep(random.nextInt(400));
            kill(victim);
            kills.add(new Kill(victim.name(), taken()));
            launch();
        }

        awaitAllSent();

        assertNothingLost(MESSAGES);
        var copies = assertEveryCopyWasInFlight(kills);
        System.out.printf(
                Locale.ROOT,
                "%d kills (seed %d): %,d messages, none lost, %d of those in flight twice (%d taken), in %d s%n",
                KILLS,
                SEED,
                MESSAGES,
                copies,
                kills.stream().mapToInt(kill -> kill.taken().size()).sum(),
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }

    @Test
    void aDatabaseThatIsRestartedInTheMiddleCostsNothing() throws Exception {
        var messages = 3_000;
        enqueue(0, messages);
        launch();
        launch();
        await("the first messages", () -> sink.count() > 500);

        var port = postgres.getPort();
        postgres.close();
        var before = sink.count();
        Thread.sleep(1_500);
        postgres = postgres(port);

        awaitAllSent();

        assertThat(before).as("it was in the middle").isLessThan(messages);
        assertNothingLost(messages);
        assertThat(sink.deliveries()).as("no process died, so there is no copy").hasSize(messages);
        assertThat(nodes).allMatch(node -> node.process().isAlive());
    }

    /** Everything written down went out, under the Message-ID it was written down with. */
    private void assertNothingLost(int messages) {
        var written = jdbc.sql("select to_address, message_id from message").query().listOfRows().stream()
                .collect(toMap(row -> (String) row.get("to_address"), row -> (String) row.get("message_id")));
        var arrived = sink.deliveries().stream().collect(groupingBy(Delivery::recipient));
        assertThat(written).hasSize(messages);
        assertThat(arrived.keySet()).isEqualTo(written.keySet());
        assertThat(sink.deliveries())
                .allSatisfy(delivery -> assertThat(delivery.messageId()).isEqualTo(written.get(delivery.recipient())));
        assertThat(jdbc.sql("select count(*) from message where status <> 'SENT'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** @return how many there are */
    private int assertEveryCopyWasInFlight(List<Kill> kills) {
        var byId = sink.deliveries().stream().collect(groupingBy(Delivery::messageId));
        var allowed = new HashMap<String, Integer>();
        for (var kill : kills) {
            var delivered = sink.deliveries().stream()
                    .filter(delivery -> delivery.client().equals(kill.node()))
                    .map(Delivery::messageId)
                    .collect(toSet());
            delivered.retainAll(kill.taken());
            delivered.forEach(id -> allowed.merge(id, 1, Integer::sum));
        }
        var copies = new HashMap<String, Integer>();
        byId.forEach((id, deliveries) -> {
            if (deliveries.size() > 1) {
                copies.put(id, deliveries.size() - 1);
            }
        });
        assertThat(copies)
                .allSatisfy((id, count) -> assertThat(count).isLessThanOrEqualTo(allowed.getOrDefault(id, 0)));
        return copies.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void enqueue(int from, int to) {
        var mails = IntStream.range(from, to)
                .mapToObj(number -> Mails.to("person%d@example.com".formatted(number)))
                .toList();
        var outbox = portal.getBean(Outbox.class);
        portal.getBean(TransactionTemplate.class).executeWithoutResult(status -> outbox.enqueue(mails));
    }

    private Set<String> taken() {
        return new HashSet<>(jdbc.sql("select message_id from message where status = 'SENDING'")
                .query(String.class)
                .list());
    }

    private void launch() throws IOException {
        var name = "node-" + ++launched;
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "-cp",
                System.getProperty("java.class.path"),
                OutboxNode.class.getName()));
        command.addAll(List.of(settings(name)));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Files.createDirectories(Path.of("target", "outbox-proof"))
                        .resolve(name + ".log")
                        .toFile())
                .start();
        nodes.add(new Node(name, process));
    }

    private String[] settings(String name, String... more) {
        var settings = new ArrayList<>(List.of(
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres") + "&ApplicationName=" + name,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--spring.datasource.hikari.maximum-pool-size=4",
                "--spring.datasource.hikari.connection-timeout=2000",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + sink.port(),
                "--spring.mail.properties.mail.smtp.localhost=" + name,
                "--weft.mail.tls=false",
                "--weft.mail.connections=2",
                "--weft.mail.look-every=250ms",
                "--weft.mail.take-over-after=8s"));
        settings.addAll(List.of(more));
        return settings.toArray(String[]::new);
    }

    private void kill(Node node) throws InterruptedException {
        nodes.remove(node);
        node.process().destroyForcibly();
        node.process().waitFor(30, TimeUnit.SECONDS);
    }

    /** It holds a connection to the database, so it has begun to look into the outbox. */
    private void awaitRunning(Node node) throws InterruptedException {
        await(node + " to run", () -> {
            assertThat(node.process().isAlive()).as(node + " lives").isTrue();
            return jdbc.sql("select count(*) from pg_stat_activity where application_name = ?")
                            .param(node.name())
                            .query(Long.class)
                            .single()
                    > 0;
        });
    }

    private void awaitAllSent() throws InterruptedException {
        await("everything to be sent", () -> {
            try {
                return jdbc.sql("select count(*) from message where status <> 'SENT'")
                                .query(Long.class)
                                .single()
                        == 0;
            } catch (DataAccessException e) {
                return false;
            }
        });
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for " + what).isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    /** @param port 0 for any */
    private EmbeddedPostgres postgres(int port) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }
}
