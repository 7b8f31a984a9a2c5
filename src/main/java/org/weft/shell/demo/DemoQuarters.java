package org.weft.shell.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.weft.shell.demo.DemoOrganisation.Member;

/**
 * Writes three finished quarters and one that is half-way: cohorts by department, objectives from the shipped library,
 * conversations, check-ins. It writes what people did; the features work out the figures afterwards.
 */
final class DemoQuarters {

    /** What of the shipped library is needed to copy it. */
    private record Template(
            long id,
            String code,
            String title,
            String type,
            String planKind,
            int target,
            String unit,
            String measure,
            @Nullable String evidence) {}

    private record Quarter(long id, LocalDate startsOn, LocalDate endsOn, int age) {

        boolean finished() {
            return age > 0;
        }
    }

    private static final List<String> KINDS = List.of("TALK", "TALK", "TALK", "JOB_SHADOWING", "JOINT_SESSION");
    private static final int OBJECTIVES_EACH = 3;
    private static final int FINISHED = 3;
    private static final List<String> HEALTHS = List.of(
            "ON_TRACK",
            "ON_TRACK",
            "ON_TRACK",
            "ON_TRACK",
            "ON_TRACK",
            "ON_TRACK",
            "NOT_UPDATED",
            "NOT_UPDATED",
            "AT_RISK",
            "OFF_TRACK");

    private final Random random = new Random(4);
    private final JdbcTemplate jdbc;
    private final Instant now;
    private final LocalDate today;
    private final List<Member> everybody;
    private final Map<Long, List<Member>> byTeam;
    private final DemoRows cohorts;
    private final DemoRows participants;
    private final DemoRows assignments;
    private final DemoRows reasons;
    private final DemoRows events;
    private final DemoRows conversations;
    private final DemoRows conversationPeople;
    private final DemoRows conversationAssignments;
    private final DemoRows.Ids cohortIds;
    private final DemoRows.Ids participantIds;
    private final DemoRows.Ids assignmentIds;
    private final DemoRows.Ids conversationIds;
    private final List<Long> written = new ArrayList<>();

    DemoQuarters(JdbcTemplate jdbc, Instant now, LocalDate today, List<Member> everybody) {
        this.jdbc = jdbc;
        this.now = now;
        this.today = today;
        this.everybody = everybody;
        byTeam = everybody.stream()
                .collect(Collectors.groupingBy(member -> member.teamId() == null ? 0 : member.teamId()));
        cohorts = new DemoRows(jdbc, "cohort", "id", "cycle_id", "name", "lead_id", "audience", "rule_team_id");
        participants = new DemoRows(jdbc, "participant", "id", "cycle_id", "cohort_id", "person_id", "added_at");
        assignments = new DemoRows(
                jdbc,
                "assignment",
                "id",
                "participant_id",
                "template_id",
                "cycle_id",
                "person_id",
                "code",
                "title",
                "type",
                "plan_kind",
                "target",
                "unit",
                "measure",
                "evidence",
                "due_on",
                "status",
                "health",
                "achieved",
                "ended_reason",
                "created_at",
                "status_at",
                "last_activity_at");
        reasons = new DemoRows(jdbc, "assignment_reason", "assignment_id", "kind", "ref_id", "added_at");
        events = new DemoRows(
                jdbc,
                "assignment_event",
                "assignment_id",
                "at",
                "actor_name",
                "kind",
                "from_status",
                "to_status",
                "health",
                "note");
        conversations = new DemoRows(
                jdbc,
                "conversation",
                "id",
                "request_id",
                "held_on",
                "kind",
                "exchanged",
                "agreed",
                "result",
                "created_at");
        conversationPeople = new DemoRows(jdbc, "conversation_person", "conversation_id", "person_id", "team_id");
        conversationAssignments = new DemoRows(jdbc, "conversation_assignment", "conversation_id", "assignment_id");
        cohortIds = DemoRows.ids(jdbc, "cohort_seq");
        participantIds = DemoRows.ids(jdbc, "participant_seq");
        assignmentIds = DemoRows.ids(jdbc, "assignment_seq");
        conversationIds = DemoRows.ids(jdbc, "conversation_seq");
    }

    /** @return the ids of all participants written */
    List<Long> write() {
        var programId = DemoRows.ids(jdbc, "program_seq").next();
        var program = new DemoRows(jdbc, "program", "id", "name", "purpose", "owner_id", "status", "created_at");
        var current = quarterStart();
        program.add(
                programId,
                "Across the aisle",
                "Everybody knows the people before and after their own step, what they wait for, and how they like to work.",
                everybody.getFirst().id(),
                "ACTIVE",
                at(current.minusMonths(3L * FINISHED)));
        program.write();

        var cycleIds = DemoRows.ids(jdbc, "cycle_seq");
        var cycles = new DemoRows(jdbc, "cycle", "id", "program_id", "name", "starts_on", "ends_on");
        var quarters = new ArrayList<Quarter>();
        for (var age = FINISHED; age >= 0; age--) {
            var startsOn = current.minusMonths(3L * age);
            quarters.add(new Quarter(
                    cycleIds.next(), startsOn, startsOn.plusMonths(3).minusDays(1), age));
        }
        quarters.forEach(quarter ->
                cycles.add(quarter.id(), programId, name(quarter.startsOn()), quarter.startsOn(), quarter.endsOn()));
        cycles.write();
        quarters.forEach(this::fill);
        for (var rows : List.of(
                cohorts,
                participants,
                assignments,
                reasons,
                events,
                conversations,
                conversationPeople,
                conversationAssignments)) {
            rows.write();
        }
        return written;
    }

    /** A calendar quarter while it is six to thirteen weeks old, else three months that began about six weeks ago. */
    private LocalDate quarterStart() {
        return today.minusDays(45).withDayOfMonth(1);
    }

    private static String name(LocalDate startsOn) {
        var endsIn = startsOn.plusMonths(2);
        if (startsOn.getMonthValue() % 3 == 1) {
            return "Q" + ((startsOn.getMonthValue() + 2) / 3) + " " + startsOn.getYear();
        }
        return startsOn.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " – "
                + endsIn.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " " + endsIn.getYear();
    }

    private void fill(Quarter quarter) {
        var templates = templatesByLevel();
        record Department(long id, String name, long leaderId) {}
        var departments = jdbc.query(
                "select id, name, leader_id from team where kind = 'DEPARTMENT' order by id",
                (row, n) -> new Department(row.getLong(1), row.getString(2), row.getLong(3)));
        for (var department : departments) {
            var cohortId = cohortIds.next();
            cohorts.add(cohortId, quarter.id(), department.name(), department.leaderId(), "RULE", department.id());
            var inside = jdbc.queryForList("""
                    select p.id from person p join team t on t.id = p.team_id
                    where t.id = ? or t.parent_id = ?""", Long.class, department.id(), department.id());
            everybody.stream()
                    .filter(member -> inside.contains(member.id()))
                    .forEach(member -> participant(quarter, cohortId, member, templates));
        }
    }

    private void participant(Quarter quarter, long cohortId, Member member, Map<String, List<Template>> templates) {
        var id = participantIds.next();
        participants.add(id, quarter.id(), cohortId, member.id(), at(quarter.startsOn()));
        written.add(id);
        var offered = new ArrayList<>(templates.getOrDefault(member.level(), List.of()));
        Collections.shuffle(offered, new Random(member.teamId() == null ? 0 : member.teamId()));
        // How eager a person is decides how far they are: most are on their way, some have not begun.
        // From quarter to quarter more take part.
        var eager = quarter.finished()
                ? 0.81 - quarter.age() * 0.06 + random.nextDouble() * 0.35
                : 0.1 + random.nextDouble();
        for (var template : offered.subList(0, Math.min(OBJECTIVES_EACH, offered.size()))) {
            assignment(quarter, id, cohortId, member, template, eager);
        }
    }

    private void assignment(
            Quarter quarter, long participantId, long cohortId, Member member, Template template, double eager) {
        var id = assignmentIds.next();
        var dueOn = quarter.startsOn().plusDays(45L + 11L * random.nextInt(5));
        // What is due is mostly done; a few are late, as everywhere.
        var pressed = dueOn.isBefore(today) && random.nextInt(8) > 0 ? Math.max(eager, 1) : eager;
        var share = pressed >= 0.95 ? 1 : pressed * (0.6 + random.nextDouble() * 0.6);
        var done = (int) Math.round(template.target() * share);
        var held = hold(quarter, id, member, template, Math.min(done, template.target()));
        var waived = random.nextInt(40) == 0;
        var complete = held >= template.target();
        var status = waived
                ? "WAIVED"
                : complete
                        ? (quarter.finished() || random.nextInt(4) > 0 ? "COMPLETED" : "SUBMITTED")
                        : held > 0 ? "IN_PROGRESS" : "NOT_STARTED";
        var health = !status.equals("IN_PROGRESS") || quarter.finished()
                ? "NOT_UPDATED"
                : HEALTHS.get(random.nextInt(HEALTHS.size()));
        var changed = at(changedOn(quarter, status, dueOn));
        assignments.add(
                id,
                participantId,
                template.id(),
                quarter.id(),
                member.id(),
                template.code(),
                template.title(),
                template.type(),
                template.planKind(),
                template.target(),
                template.unit(),
                template.measure(),
                template.evidence(),
                dueOn.isAfter(quarter.endsOn()) ? quarter.endsOn() : dueOn,
                status,
                health,
                held,
                waived ? "On leave for most of the quarter" : null,
                at(quarter.startsOn()),
                status.equals("NOT_STARTED") ? at(quarter.startsOn()) : changed,
                status.equals("NOT_STARTED") ? null : changed);
        reasons.add(id, "COHORT", cohortId, at(quarter.startsOn()));
        if (!status.equals("NOT_STARTED")) {
            events.add(id, changed, member.name(), "STATUS", "NOT_STARTED", status, null, null);
        }
        if (!health.equals("NOT_UPDATED")) {
            var note = DemoPhrases.CHECK_INS.get(health.equals("ON_TRACK") ? random.nextInt(3) : 2 + random.nextInt(3));
            events.add(id, changed, member.name(), "CHECK_IN", null, null, health, note);
        }
    }

    /** What is completed was so by and by, most of it shortly before it was due; the rest moved lately. */
    private LocalDate changedOn(Quarter quarter, String status, LocalDate dueOn) {
        var last = quarter.finished() ? quarter.endsOn().minusDays(3) : today.minusDays(1);
        if (!status.equals("COMPLETED")) {
            return last.minusDays(random.nextInt(12));
        }
        var done = dueOn.plusDays(7).minusDays(random.nextInt(40));
        return done.isAfter(last) ? last.minusDays(random.nextInt(21)) : done;
    }

    /** Writes the conversations an assignment was worked on with; reported measures only report. */
    private int hold(Quarter quarter, long assignmentId, Member member, Template template, int wanted) {
        if (template.measure().equals("REPORTED")) {
            return wanted;
        }
        var until = quarter.finished() ? quarter.endsOn().minusDays(4) : today.minusDays(1);
        var days = Math.max(1, (int) (until.toEpochDay() - quarter.startsOn().toEpochDay()));
        var met = new ArrayList<Member>();
        for (var i = 0; i < wanted; i++) {
            var other = partner(member, met, template.measure().equals("TEAMS"));
            met.add(other);
            var id = conversationIds.next();
            var heldOn = quarter.startsOn().plusDays(random.nextInt(days));
            conversations.add(
                    id,
                    UUID.nameUUIDFromBytes(("demo-" + id).getBytes(UTF_8)).toString(),
                    heldOn,
                    KINDS.get(random.nextInt(KINDS.size())),
                    pick(DemoPhrases.EXCHANGED),
                    random.nextInt(3) == 0 ? pick(DemoPhrases.AGREED) : null,
                    random.nextInt(6) == 0 ? pick(DemoPhrases.RESULTS) : null,
                    at(heldOn));
            conversationPeople.add(id, member.id(), team(member));
            conversationPeople.add(id, other.id(), team(other));
            conversationAssignments.add(id, assignmentId);
        }
        return wanted;
    }

    /** As {@code conversation_person.team_id} says "in no team". */
    private static long team(Member member) {
        var teamId = member.teamId();
        return teamId == null ? 0 : teamId;
    }

    /** Somebody not met yet: from a team not met yet, or of the own team or a neighbour's, as talk at work goes. */
    private Member partner(Member member, List<Member> met, boolean newTeam) {
        for (var attempt = 0; attempt < 200; attempt++) {
            var own = byTeam.getOrDefault(member.teamId() == null ? 0L : member.teamId(), everybody);
            var other = !newTeam && random.nextInt(10) < 4
                    ? own.get(random.nextInt(own.size()))
                    : everybody.get(random.nextInt(everybody.size()));
            var freshTeam = met.stream().noneMatch(m -> Objects.equals(m.teamId(), other.teamId()))
                    && !Objects.equals(member.teamId(), other.teamId());
            if (other.id() != member.id() && !met.contains(other) && (!newTeam || freshTeam)) {
                return other;
            }
        }
        throw new IllegalStateException("Nobody left to talk to");
    }

    private Map<String, List<Template>> templatesByLevel() {
        return jdbc
                .query(
                        """
                        select t.*, l.level as of_level from objective_template t
                        join objective_template_level l on l.template_id = t.id
                        where t.shipped and not t.retired and (t.target <= 5 or t.measure = 'REPORTED')
                        order by t.code""",
                        (row, n) -> Map.entry(
                                row.getString("of_level"),
                                new Template(
                                        row.getLong("id"),
                                        row.getString("code"),
                                        row.getString("title"),
                                        row.getString("type"),
                                        row.getString("plan_kind"),
                                        row.getInt("target"),
                                        row.getString("unit"),
                                        row.getString("measure"),
                                        row.getString("evidence"))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private String pick(List<String> phrases) {
        return phrases.get(random.nextInt(phrases.size()));
    }

    private Instant at(LocalDate date) {
        var noon = date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return noon.isAfter(now) ? now : noon;
    }
}
