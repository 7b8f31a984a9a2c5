package org.weft.testing;

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
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.weft.mail.OutboxNode;
import org.weft.mail.SmtpSink;
import org.weft.mail.SmtpSink.Delivery;

/**
 * Application processes on one PostgreSQL, each a Java machine of its own that is killed as by {@code kill -9}, and the
 * mail server they send to. {@code -Dweft.kills=100} for the long run.
 */
public abstract class NodeProof {

    private static final long SEED = Long.getLong("weft.seed", System.nanoTime());
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    protected final Random random = new Random(SEED);
    private final Class<?> program;
    private final List<Class<?>> more;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Kill> kills = new ArrayList<>();
    private final long start = System.nanoTime();
    private int launched;
    private EmbeddedPostgres postgres;
    private ConfigurableApplicationContext portal;
    protected SmtpSink sink;
    protected JdbcClient jdbc;

    /** An application process, and what it calls itself when it greets the mail server. */
    protected record Node(String name, Process process) {}

    /** Messages that a killed process had taken and not written down, of which the sink may have got some. */
    private record Kill(String node, Set<String> taken) {}

    /**
     * @param program what each process runs
     * @param more beans the test itself wants beside the outbox
     */
    protected NodeProof(Class<?> program, Class<?>... more) {
        this.program = program;
        this.more = List.of(more);
    }

    /** @param usually if {@code -Dweft.kills} does not say otherwise */
    protected static int kills(int usually) {
        return Integer.getInteger("weft.kills", usually);
    }

    @BeforeEach
    void startServers() throws IOException {
        postgres = postgres(0);
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("classpath:db/migration", "classpath:db/vendor/postgresql")
                .load()
                .migrate();
        sink = new SmtpSink(1);
        // Writes down, and sends nothing.
        portal = OutboxNode.start(more, settings("portal", "--db-scheduler.enabled=false"));
        jdbc = portal(JdbcClient.class);
    }

    @AfterEach
    void stopServers() throws Exception {
        for (var node : List.copyOf(nodes)) {
            end(node);
        }
        portal.close();
        sink.close();
        postgres.close();
    }

    /** A bean of the process that writes down what the others send. */
    protected final <T> T portal(Class<T> bean) {
        return portal.getBean(bean);
    }

    /** Two processes that share the work. */
    protected final void launchTwo() throws IOException {
        launch();
        launch();
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
                program.getName()));
        command.addAll(List.of(settings(name)));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Files.createDirectories(
                                Path.of("target", "node-proof", getClass().getSimpleName()))
                        .resolve(name + ".log")
                        .toFile())
                .start();
        nodes.add(new Node(name, process));
    }

    /** Settings of every process beside those all have. */
    protected List<String> settings() {
        return List.of();
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
        settings.addAll(settings());
        settings.addAll(List.of(more));
        return settings.toArray(String[]::new);
    }

    protected final Node anyRunning() throws InterruptedException {
        var node = nodes.get(random.nextInt(nodes.size()));
        awaitRunning(node);
        return node;
    }

    protected final void awaitAllRunning() throws InterruptedException {
        for (var node : nodes) {
            awaitRunning(node);
        }
    }

    /** It holds a connection to the database, so it has begun to look for work. */
    private void awaitRunning(Node node) throws InterruptedException {
        await(node + " to run", () -> {
            assertThat(node.process().isAlive()).as(node + " lives").isTrue();
            return count("pg_stat_activity where application_name = '%s'".formatted(node.name())) > 0;
        });
    }

    /** Some time within the next so many milliseconds. Another one is launched in its place. */
    protected final void kill(Node victim, int within) throws Exception {
        Thread.sleep(random.nextInt(within));
        end(victim);
        var taken = jdbc.sql("select message_id from message where status = 'SENDING'")
                .query(String.class)
                .list();
        kills.add(new Kill(victim.name(), new HashSet<>(taken)));
        launch();
    }

    private void end(Node node) throws InterruptedException {
        nodes.remove(node);
        node.process().destroyForcibly();
        node.process().waitFor(30, TimeUnit.SECONDS);
    }

    protected final void stopDatabase() throws IOException {
        postgres.close();
    }

    /** As it was stopped, and where it was. */
    protected final void startDatabase() throws IOException {
        postgres = postgres(postgres.getPort());
    }

    protected final void awaitAllSent() throws InterruptedException {
        await("everything to be sent", () -> {
            try {
                return count("message where status <> 'SENT'") == 0;
            } catch (DataAccessException e) {
                return false;
            }
        });
    }

    /** @param rows what stands behind "from" */
    protected final int count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
    }

    protected static void await(String what, BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for " + what).isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    /** One message is written down for each of so many people, and went out under the Message-ID it was written down with. */
    protected final void assertNothingLost(int people) {
        var written = jdbc.sql("select to_address, message_id from message").query().listOfRows().stream()
                .collect(toMap(row -> (String) row.get("to_address"), row -> (String) row.get("message_id")));
        var arrived = sink.deliveries().stream().collect(groupingBy(Delivery::recipient));
        assertThat(written).hasSize(people);
        assertThat(arrived.keySet()).isEqualTo(written.keySet());
        assertThat(sink.deliveries())
                .allSatisfy(delivery -> assertThat(delivery.messageId()).isEqualTo(written.get(delivery.recipient())));
        assertThat(count("message where status <> 'SENT'")).isZero();
    }

    protected final void assertNoCopies(int messages) {
        assertThat(sink.deliveries()).as("no process died, so there is no copy").hasSize(messages);
        assertThat(nodes).allMatch(node -> node.process().isAlive());
    }

    /** What went out more than once was in flight at a kill, once for each time. Tells how it went. */
    protected final void assertEveryCopyWasInFlight() {
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
        System.out.printf(
                Locale.ROOT,
                "%s: %d kills (seed %d): %,d messages, none lost, %d of those in flight twice (%d taken), in %d s%n",
                getClass().getSimpleName(),
                kills.size(),
                SEED,
                byId.size(),
                copies.values().stream().mapToInt(Integer::intValue).sum(),
                kills.stream().mapToInt(kill -> kill.taken().size()).sum(),
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }

    /** @param port 0 for any */
    private EmbeddedPostgres postgres(int port) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }
}
