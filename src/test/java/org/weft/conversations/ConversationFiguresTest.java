package org.weft.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

/** Kept figures are those one would count by hand, whatever was logged, changed and deleted, and by however many at once. */
@WeftTest
class ConversationFiguresTest {

    private static final Scope ALL = new Scope.Everybody();
    private static final List<String> MEASURES = List.of("CONVERSATIONS", "COUNTERPARTS", "TEAMS", "REPORTED");

    @Autowired
    ConversationService conversations;

    @Autowired
    ConversationFigures figures;

    @Autowired
    Fixture fixture;

    private final List<Long> people = new ArrayList<>();
    private final List<Long> participants = new ArrayList<>();

    @BeforeEach
    void organisation() {
        people.clear();
        participants.clear();
        var teams = List.of(fixture.team("North"), fixture.team("South"), fixture.team("West"));
        var cohort = fixture.cohort(fixture.cycle(), "All", null);
        var templates = new ArrayList<Long>();
        for (var measure : MEASURES) {
            var template = fixture.template(measure, "FRONT_LINE", 3);
            fixture.jdbc()
                    .sql("update objective_template set measure = ? where id = ?")
                    .params(measure, template)
                    .update();
            templates.add(template);
        }
        for (var each = 0; each < 8; each++) {
            var person = fixture.person("Person", "No" + each)
                    .team(each == 7 ? null : teams.get(each % 3))
                    .add();
            people.add(person);
            var participant = fixture.participant(cohort, person);
            participants.add(participant);
            templates.forEach(template -> fixture.assignment(participant, template, LocalDate.of(2026, 12, 1)));
        }
        SignedIn.as(Role.HR);
        figures.recount(participants);
    }

    @Test
    void keptFiguresEqualARecountAfterRandomChanges() {
        var random = new Random(20261117);
        for (var step = 0; step < 60; step++) {
            change(random);
        }
        assertThat(fixture.count("conversation")).isGreaterThan(5);
        assertKeptFiguresAreTrue();
    }

    @Test
    void keptFiguresAreTrueWhenManyWorkAtOnce() throws Exception {
        var workers = 6;
        var start = new CountDownLatch(1);
        var done = new ArrayList<Future<Integer>>();
        try (var pool = Executors.newFixedThreadPool(workers)) {
            for (var worker = 0; worker < workers; worker++) {
                var random = new Random(worker);
                Callable<Integer> work = () -> {
                    SignedIn.as(Role.HR);
                    start.await();
                    var changes = 0;
                    for (var step = 0; step < 15; step++) {
                        changes += change(random) ? 1 : 0;
                    }
                    return changes;
                };
                done.add(pool.submit(work));
            }
            start.countDown();
            pool.shutdown();
            assertThat(pool.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        }
        var changes = 0;
        for (var each : done) {
            changes += each.get();
        }
        assertThat(changes).isGreaterThan(workers * 5);
        assertKeptFiguresAreTrue();
    }

    @Test
    void aDoubleClickLogsOnceEvenAtTheSameTime() throws Exception {
        var draft = draft(new Random(1), UUID.randomUUID().toString());
        var start = new CountDownLatch(1);
        var ids = new HashSet<Long>();
        try (var pool = Executors.newFixedThreadPool(4)) {
            var done = new ArrayList<Future<Long>>();
            for (var click = 0; click < 4; click++) {
                done.add(pool.submit(() -> {
                    SignedIn.as(Role.HR);
                    start.await();
                    return conversations.log(ALL, draft);
                }));
            }
            start.countDown();
            for (var each : done) {
                ids.add(each.get());
            }
        }
        assertThat(ids).hasSize(1);
        assertThat(fixture.count("conversation")).isEqualTo(1);
        assertKeptFiguresAreTrue();
    }

    @Test
    void aRecountCountsConversationsWrittenByOtherWays() {
        fixture.conversation(LocalDate.of(2026, 11, 3), people.get(0), people.get(3));
        fixture.conversation(LocalDate.of(2026, 11, 4), people.get(0), people.get(1));
        fixture.conversation(LocalDate.of(2026, 9, 4), people.get(0), people.get(1));
        figures.recount(participants);
        assertThat(fixture.row("participant", participants.getFirst()))
                .containsEntry("conversation_count", 2)
                .containsEntry("external_count", 1);
        assertKeptFiguresAreTrue();
    }

    /** One random change; false if somebody else was faster. */
    private boolean change(Random random) {
        var there = fixture.jdbc()
                .sql("select id, version from conversation order by id")
                .query((row, number) -> Map.entry(row.getLong("id"), row.getInt("version")))
                .list();
        var dice = random.nextInt(10);
        try {
            if (there.isEmpty() || dice < 5) {
                conversations.log(ALL, draft(random, UUID.randomUUID().toString()));
            } else {
                var one = there.get(random.nextInt(there.size()));
                if (dice < 8) {
                    conversations.edit(ALL, one.getKey(), one.getValue(), draft(random, "edit"));
                } else {
                    conversations.delete(ALL, one.getKey(), one.getValue());
                }
            }
            return true;
        } catch (StaleEditException | NotFoundException e) {
            return false;
        }
    }

    private ConversationDraft draft(Random random, String requestId) {
        var who = new HashSet<Long>();
        while (who.size() < 2 + random.nextInt(3)) {
            who.add(people.get(random.nextInt(people.size())));
        }
        // One in five lies before the cycle, where nothing can be counted.
        var day = LocalDate.of(2026, random.nextInt(5) == 0 ? 9 : 11, 1 + random.nextInt(16));
        Set<Long> counted = new HashSet<>();
        conversations.countable(ALL, who, day).stream()
                .filter(objective -> random.nextBoolean())
                .forEach(objective -> counted.add(objective.assignmentId()));
        return new ConversationDraft(requestId, day, ConversationKind.TALK, who, "Something", null, null, counted);
    }

    /** Against figures counted here, in Java, row by row; and against the recount. */
    private void assertKeptFiguresAreTrue() {
        var kept = kept();
        participants.forEach(this::assertCounted);
        figures.recount(participants);
        assertThat(kept()).isEqualTo(kept);
    }

    private void assertCounted(long participant) {
        record Presence(long conversation, long person, Long team) {}
        var person = (Long) fixture.row("participant", participant).get("person_id");
        var presences = fixture.jdbc()
                .sql("""
                        select t.conversation_id as conversation, t.person_id as person, t.team_id as team
                        from conversation_person_team t join conversation c on c.id = t.conversation_id
                        where c.held_on >= ? and c.held_on <= ?""")
                .params(Fixture.QUARTER_START, Fixture.QUARTER_END)
                .query(Presence.class)
                .list();
        var own = presences.stream().filter(one -> one.person() == person).toList();
        var external = own.stream()
                .filter(mine -> presences.stream()
                        .anyMatch(other -> other.conversation() == mine.conversation()
                                && other.person() != person
                                && !Objects.equals(other.team(), mine.team())))
                .count();
        assertThat(fixture.row("participant", participant))
                .containsEntry("conversation_count", own.size())
                .containsEntry("external_count", (int) external);

        fixture.jdbc()
                .sql("select id, measure, achieved from assignment where participant_id = ?")
                .param(participant)
                .query()
                .listOfRows()
                .forEach(assignment -> {
                    var counted = fixture.jdbc()
                            .sql("select conversation_id from conversation_assignment where assignment_id = ?")
                            .param(assignment.get("id"))
                            .query(Long.class)
                            .set();
                    var others = presences.stream()
                            .filter(one -> counted.contains(one.conversation()) && one.person() != person)
                            .toList();
                    var expected = switch ((String) assignment.get("measure")) {
                        case "CONVERSATIONS" -> counted.size();
                        case "COUNTERPARTS" ->
                            others.stream().map(Presence::person).distinct().count();
                        case "TEAMS" ->
                            others.stream()
                                    .filter(one -> one.team() != null
                                            && own.stream()
                                                    .noneMatch(mine -> mine.conversation() == one.conversation()
                                                            && one.team().equals(mine.team())))
                                    .map(Presence::team)
                                    .distinct()
                                    .count();
                        default -> 0L;
                    };
                    assertThat(((Number) assignment.get("achieved")).longValue())
                            .as("%s of %s", assignment.get("measure"), person)
                            .isEqualTo(expected);
                });
    }

    private List<Map<String, Object>> kept() {
        var all = new ArrayList<Map<String, Object>>();
        all.addAll(fixture.jdbc().sql("""
                        select id, conversation_count, external_count, last_activity_at, live_count, not_started_count,
                            progress
                        from participant order by id""").query().listOfRows());
        all.addAll(fixture.jdbc()
                .sql("select id, achieved, status from assignment order by id")
                .query()
                .listOfRows());
        return all;
    }
}
