package org.weft.bench;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Two hundred people at once in one portal among a million participants: one in five is HR, the others are managers. Each
 * signs in and opens the list, all within half a minute, which is told apart; and then scrolls, filters by address and
 * opens people, with time to look in between, which is what is measured.
 * Portal, database and the two hundred share this machine.
 */
class LoadBench {

    private static final int USERS = Integer.getInteger("weft.bench.users", 200);
    private static final int STEPS = 20;
    private static final int LEAST_THOUGHT = 3_000;
    private static final int MOST_THOUGHT = 9_000;

    private static final List<String> FILTERS = List.of(
            "state=overdue",
            "state=at-risk",
            "state=not-started",
            "level=team-lead",
            "q=berg",
            "health=off-track",
            "sort=name",
            "sort=-progress",
            "location=Lisbon",
            "");

    private enum Kind {
        OPEN,
        SCROLL,
        FILTER,
        PERSON
    }

    private record Step(Kind kind, double millis) {}

    private final Queue<Step> steps = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @Test
    void twoHundredPeople() throws Exception {
        var portal = BenchPortal.large();
        portal.enter();
        var names = accounts(portal);
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(logged);
        try (var http = FlowClient.http()) {
            for (var i = 0; i < 20; i++) {
                use(signedIn(portal, http, names.get(i)), new Random(i), 0);
            }
            steps.clear();
            var clients = signIn(portal, http, names);
            work(clients);
        }
        report(logged.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
                .toList());
    }

    private static List<String> accounts(BenchPortal portal) {
        var accounts = new BenchAccounts(portal);
        var names = new ArrayList<String>();
        var leads = accounts.leads(USERS);
        for (var i = 0; i < USERS; i++) {
            names.add(i % 5 == 0 ? accounts.hr("load-hr-" + i) : accounts.manager("load-manager-" + i, leads.get(i)));
        }
        return names;
    }

    private static List<FlowClient> signIn(BenchPortal portal, HttpClient http, List<String> names) throws Exception {
        var start = System.nanoTime();
        var signingIn = new ArrayList<Future<FlowClient>>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            names.forEach(name -> signingIn.add(threads.submit(() -> signedIn(portal, http, name))));
        }
        var clients = new ArrayList<FlowClient>();
        for (var client : signingIn) {
            clients.add(client.get());
        }
        Lines.fact(
                "sign-in, mean of %d, four at a time".formatted(names.size()),
                (System.nanoTime() - start) / 1e6 / names.size(),
                "ms");
        return clients;
    }

    private static FlowClient signedIn(BenchPortal portal, HttpClient http, String name) throws Exception {
        var client = new FlowClient(http, portal.port());
        client.signIn(name, BenchAccounts.PASSWORD);
        return client;
    }

    private void work(List<FlowClient> clients) {
        var start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < clients.size(); i++) {
                var client = clients.get(i);
                var random = new Random(i);
                threads.execute(() -> use(client, random, MOST_THOUGHT));
            }
        }
        Lines.fact("the whole run", (System.nanoTime() - start) / 1e9, "s");
    }

    private void use(FlowClient client, Random random, int mostThought) {
        try {
            // They come within half a minute, not all at once.
            Thread.sleep(mostThought == 0 ? 0 : random.nextInt(3 * mostThought));
            var page = timed(Kind.OPEN, () -> client.open("progress", ""));
            var persons = page.persons();
            for (var step = 1; step < STEPS; step++) {
                Thread.sleep(mostThought == 0 ? 0 : random.nextInt(LEAST_THOUGHT, mostThought));
                var choice = random.nextInt(10);
                if (choice < 5) {
                    var first = random.nextInt(Math.clamp(client.size() / 50, 1, 40)) * 50;
                    var count = Math.min(100, client.size() - first);
                    timed(Kind.SCROLL, () -> client.scroll(first, count));
                } else if (choice < 8 || persons.isEmpty()) {
                    var query = FILTERS.get(random.nextInt(FILTERS.size()));
                    var answer = timed(Kind.FILTER, () -> client.navigate("progress", query));
                    persons = answer.persons().isEmpty() ? persons : answer.persons();
                } else {
                    var person = persons.get(random.nextInt(persons.size()));
                    timed(Kind.PERSON, () -> client.navigate("progress", "person=" + person));
                }
            }
        } catch (Exception e) {
            failures.add(e);
        }
    }

    /** Something a user does. */
    private interface Doing {
        FlowClient.Answer run() throws Exception;
    }

    private FlowClient.Answer timed(Kind kind, Doing doing) throws Exception {
        var start = System.nanoTime();
        var answer = doing.run();
        steps.add(new Step(kind, (System.nanoTime() - start) / 1e6));
        return answer;
    }

    private void report(List<ILoggingEvent> errors) {
        failures.stream().limit(3).forEach(Throwable::printStackTrace);
        errors.stream().limit(3).forEach(error -> System.out.println(error.getFormattedMessage()));
        var looking = steps.stream().filter(step -> step.kind() != Kind.OPEN).toList();
        Lines.bound(
                "%d users, %,d steps: p95".formatted(USERS, looking.size()), Timing.p95(millis(looking)), "ms", 300);
        Lines.fact("%d users: median".formatted(USERS), Timing.median(millis(looking)), "ms");
        byKind().forEach((kind, some) -> Lines.fact(
                "%d users: %s, p95 of %,d".formatted(USERS, kind.name().toLowerCase(Locale.ROOT), some.size()),
                Timing.p95(millis(some)),
                "ms"));
        Lines.bound("errors seen by users and in the log", failures.size() + errors.size(), "", 0);
        assertThat(failures).isEmpty();
        assertThat(errors).isEmpty();
    }

    private Map<Kind, List<Step>> byKind() {
        var kinds = new EnumMap<Kind, List<Step>>(Kind.class);
        steps.forEach(step ->
                kinds.computeIfAbsent(step.kind(), kind -> new ArrayList<>()).add(step));
        return kinds;
    }

    private static double[] millis(Iterable<Step> some) {
        var all = new ArrayList<Double>();
        some.forEach(step -> all.add(step.millis()));
        return all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
