package org.weft.people.imports;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.people.ReportingLines;
import org.weft.people.TeamClosure;
import org.weft.people.imports.ImportPlan.Write;

/** Writes a plan, in batches, inside the transaction of its caller. */
@Component
class ImportWriter {

    private static final int BATCH = 500;
    private static final String INSERT = """
            insert into person (employee_number, given_name, family_name, display_name, sort_name, email, job_title, level,
                level_fixed, team_id, manager_id, location, time_zone, language, active, joined_on, left_on, updated_at,
                id, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            update person set employee_number = ?, given_name = ?, family_name = ?, display_name = ?, sort_name = ?, email = ?,
                job_title = ?, level = ?, level_fixed = ?, team_id = ?, manager_id = ?, location = ?, time_zone = ?,
                language = ?, active = ?, joined_on = ?, left_on = ?, updated_at = ?, version = version + 1
            where id = ?""";

    private final JdbcTemplate jdbc;
    private final IdBlocks ids;
    private final TeamClosure closure;
    private final ReportingLines lines;
    private final AuditTrail audit;
    private final Clock clock;

    ImportWriter(
            JdbcTemplate jdbc, IdBlocks ids, TeamClosure closure, ReportingLines lines, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.closure = closure;
        this.lines = lines;
        this.audit = audit;
        this.clock = clock;
    }

    void write(String fileName, ImportPlan plan, ImportProgress progress) {
        var teams = createTeams(plan.teams());
        var people = newIds(plan.writes());
        var writes = plan.writes().stream()
                .map(write -> settled(write, people, teams))
                .toList();
        var now = Timestamp.from(clock.instant());
        var total = writes.size();
        var done = new int[1];
        insert(managersFirst(writes), now, () -> progress.at(done[0] = Math.min(total, done[0] + BATCH), total));
        update(writes, now, () -> progress.at(done[0] = Math.min(total, done[0] + BATCH), total));
        lines.update(
                writes.stream().filter(ImportWriter::movesInLine).map(Write::id).toList());
        audit(fileName, plan, writes);
    }

    private Map<Long, Long> createTeams(List<Directory.Team> created) {
        var real = new HashMap<Long, Long>();
        if (created.isEmpty()) {
            return real;
        }
        var fresh = ids.next("team_seq", created.size());
        for (var team : created) {
            real.put(team.id(), fresh.get(real.size()));
        }
        jdbc.batchUpdate(
                "insert into team (id, name, kind, parent_id) values (?, ?, ?, ?)", created, BATCH, (row, team) -> {
                    row.setLong(1, Objects.requireNonNull(real.get(team.id())));
                    row.setString(2, team.name());
                    row.setString(3, team.kind().name());
                    row.setObject(4, settled(team.parentId(), real), Types.BIGINT);
                });
        closure.rebuild();
        return real;
    }

    private Map<Long, Long> newIds(List<Write> writes) {
        var added = writes.stream().filter(write -> write.before() == null).toList();
        var fresh = ids.next("person_seq", added.size());
        var real = new HashMap<Long, Long>();
        added.forEach(write -> real.put(write.id(), fresh.get(real.size())));
        return real;
    }

    private static Write settled(Write write, Map<Long, Long> people, Map<Long, Long> teams) {
        var after = write.after();
        return new Write(
                Objects.requireNonNull(settled(write.id(), people)),
                write.before(),
                after.with(settled(after.teamId(), teams), settled(after.managerId(), people)));
    }

    private static @Nullable Long settled(@Nullable Long id, Map<Long, Long> real) {
        return id == null ? null : real.getOrDefault(id, id);
    }

    /** A row can only name a manager who is there. */
    private static List<Write> managersFirst(List<Write> writes) {
        var waiting = new LinkedHashMap<Long, Write>();
        writes.stream().filter(write -> write.before() == null).forEach(write -> waiting.put(write.id(), write));
        var ordered = new ArrayList<Write>(waiting.size());
        while (!waiting.isEmpty()) {
            var line = new ArrayList<Write>();
            Long next = waiting.keySet().iterator().next();
            while (next != null) {
                var write = waiting.remove(next);
                if (write == null) {
                    break;
                }
                line.addFirst(write);
                next = write.after().managerId();
            }
            ordered.addAll(line);
        }
        return ordered;
    }

    private void insert(List<Write> added, Timestamp now, Runnable batchDone) {
        for (var from = 0; from < added.size(); from += BATCH) {
            jdbc.batchUpdate(INSERT, added.subList(from, Math.min(from + BATCH, added.size())), BATCH, (row, write) -> {
                bind(row, write, now);
                row.setTimestamp(20, now);
            });
            batchDone.run();
        }
    }

    private void update(List<Write> writes, Timestamp now, Runnable batchDone) {
        var changed = writes.stream().filter(write -> write.before() != null).toList();
        for (var from = 0; from < changed.size(); from += BATCH) {
            jdbc.batchUpdate(
                    UPDATE,
                    changed.subList(from, Math.min(from + BATCH, changed.size())),
                    BATCH,
                    (row, write) -> bind(row, write, now));
            batchDone.run();
        }
    }

    private static void bind(PreparedStatement row, Write write, Timestamp now) throws SQLException {
        var person = write.after();
        row.setString(1, person.number());
        row.setString(2, person.name().given());
        row.setString(3, person.name().family());
        row.setString(4, person.name().display());
        row.setString(5, person.name().sort());
        row.setString(6, person.email());
        row.setString(7, person.jobTitle());
        row.setString(8, person.level().name());
        row.setBoolean(9, person.levelFixed());
        row.setObject(10, person.teamId(), Types.BIGINT);
        row.setObject(11, person.managerId(), Types.BIGINT);
        row.setString(12, person.location());
        row.setString(13, person.timeZone());
        row.setString(14, person.language());
        row.setBoolean(15, person.active());
        row.setObject(16, person.joinedOn(), Types.DATE);
        row.setObject(17, person.leftOn(), Types.DATE);
        row.setTimestamp(18, now);
        row.setLong(19, write.id());
    }

    private static boolean movesInLine(Write write) {
        var before = write.before() == null ? null : write.before().managerId();
        return !Objects.equals(before, write.after().managerId());
    }

    private void audit(String fileName, ImportPlan plan, List<Write> writes) {
        var counts = plan.counts();
        var events = new ArrayList<AuditEvent>();
        events.add(AuditEvent.of("PEOPLE_IMPORTED", "import", null, fileName)
                .detail("%d rows: %d new, %d changed, %d left, %d unchanged, %d refused"
                        .formatted(
                                counts.rows(),
                                counts.added(),
                                counts.changed(),
                                counts.deactivated(),
                                counts.unchanged(),
                                counts.problems())));
        for (var position = 0; position < writes.size(); position++) {
            var person = plan.people().get(position);
            var id = writes.get(position).id();
            events.add(AuditEvent.of(action(person), "person", id, person.name())
                    .about(id)
                    .detail(ChangeWords.of(person.changes())));
        }
        audit.record(events);
    }

    private static String action(PlannedPerson person) {
        return switch (person.action()) {
            case ADD -> "PERSON_ADDED";
            case CHANGE -> "PERSON_CHANGED";
            case DEACTIVATE -> "PERSON_DEACTIVATED";
        };
    }
}
