package org.weft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.domain.PageRequest;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.conversations.ConfirmationService;
import org.weft.conversations.ConversationDraft;
import org.weft.conversations.ConversationKind;
import org.weft.conversations.ConversationRow;
import org.weft.conversations.ConversationService;
import org.weft.conversations.CountableObjective;
import org.weft.mail.OutboxService;
import org.weft.objectives.AssignRequest;
import org.weft.objectives.AssignmentRow;
import org.weft.objectives.AssignmentService;
import org.weft.objectives.CheckIn;
import org.weft.objectives.Health;
import org.weft.people.Level;
import org.weft.people.PersonDraft;
import org.weft.people.PersonService;
import org.weft.people.TeamDraft;
import org.weft.people.TeamService;
import org.weft.programs.BulkProgress;
import org.weft.programs.CohortDraft;
import org.weft.programs.CohortService;
import org.weft.programs.LeadChanges;
import org.weft.reminders.ReminderRequest;
import org.weft.reminders.ReminderService;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;

/** Six people of three teams in one cohort, and whatever several colleagues at once may do to them. */
class RandomEdits {

    private static final Scope ALL = new Scope.Everybody();
    private static final LocalDate FIRST_DUE = LocalDate.of(2026, 10, 5);

    /** What is done. */
    enum Kind {
        ASSIGN,
        CHECK_IN,
        SUBMIT,
        COMPLETE,
        CHANGE,
        WAIVE,
        LOG,
        EDIT,
        DELETE,
        ANSWER,
        MOVE,
        RENAME_TEAM,
        CHANGE_LEAD,
        CHANGE_COHORT,
        REMIND,
        CALL_OFF
    }

    private final AssignmentService assignments;
    private final ConversationService conversations;
    private final ConfirmationService confirmations;
    private final PersonService people;
    private final TeamService teams;
    private final CohortService cohorts;
    private final LeadChanges leads;
    private final ReminderService reminders;
    private final OutboxService outbox;
    private final Fixture fixture;
    private final List<Long> teamIds = new ArrayList<>();
    private final List<Long> leadIds = new ArrayList<>();
    private final List<Long> personIds = new ArrayList<>();
    private final List<Long> participantIds = new ArrayList<>();
    private final List<Long> templateIds = new ArrayList<>();
    private final long cycle;
    private final long cohort;
    private final Set<Kind> done = EnumSet.noneOf(Kind.class);

    RandomEdits(ApplicationContext beans) {
        assignments = beans.getBean(AssignmentService.class);
        conversations = beans.getBean(ConversationService.class);
        confirmations = beans.getBean(ConfirmationService.class);
        people = beans.getBean(PersonService.class);
        teams = beans.getBean(TeamService.class);
        cohorts = beans.getBean(CohortService.class);
        leads = beans.getBean(LeadChanges.class);
        reminders = beans.getBean(ReminderService.class);
        outbox = beans.getBean(OutboxService.class);
        fixture = beans.getBean(Fixture.class);
        for (var number = 0; number < 3; number++) {
            teamIds.add(fixture.team("Team " + number));
            leadIds.add(
                    fixture.person("Lead", "Number" + number).level("MANAGER").add());
        }
        cycle = fixture.cycle();
        cohort = fixture.cohort(cycle, "Second", leadIds.getFirst());
        for (var number = 0; number < 6; number++) {
            var person = fixture.person("Person", "Number" + number)
                    .team(teamIds.get(number % 3))
                    .manager(leadIds.get(number % 3))
                    .add();
            personIds.add(person);
            participantIds.add(fixture.participant(cohort, person));
        }
        for (var measure : List.of("CONVERSATIONS", "COUNTERPARTS", "TEAMS", "REPORTED")) {
            var template = fixture.template("R-" + measure, "FRONT_LINE", 3);
            fixture.jdbc()
                    .sql("update objective_template set measure = ? where id = ?")
                    .params(measure, template)
                    .update();
            templateIds.add(template);
        }
    }

    /** The kinds of which at least one went well. */
    Set<Kind> done() {
        synchronized (done) {
            return EnumSet.copyOf(done);
        }
    }

    /** Somebody of HR who makes so many edits, and says how many the state of things, or somebody faster, let happen. */
    Callable<Integer> editor(int seed, int edits) {
        return () -> {
            SignedIn.as(Role.HR);
            var random = new Random(seed);
            var count = 0;
            for (var edit = 0; edit < edits; edit++) {
                var kind = Kind.values()[random.nextInt(Kind.values().length)];
                try {
                    if (edit(kind, random)) {
                        count++;
                        synchronized (done) {
                            done.add(kind);
                        }
                    }
                } catch (InvalidInputException | StaleEditException | NotFoundException e) {
                    // As anybody would be told.
                } catch (QueryTimeoutException e) {
                    // On a busy machine the embedded database stops waiting for a lock; nothing is written then.
                }
            }
            return count;
        };
    }

    private boolean edit(Kind kind, Random random) {
        return switch (kind) {
            case ASSIGN -> assign(random);
            case CHECK_IN, SUBMIT, COMPLETE, CHANGE, WAIVE -> review(kind, random);
            case LOG -> log(random);
            case EDIT, DELETE -> correct(kind, random);
            case ANSWER -> answer(random);
            case MOVE -> move(random);
            case RENAME_TEAM -> rename(random);
            case CHANGE_LEAD -> changeLead(random);
            case CHANGE_COHORT -> changeCohort(random);
            case REMIND -> remind(random);
            case CALL_OFF -> callOff(random);
        };
    }

    private boolean assign(Random random) {
        var request = new AssignRequest(
                id(),
                cycle,
                null,
                Set.of(pick(personIds, random)),
                templateIds.stream()
                        .map(template -> new AssignRequest.Choice(
                                Level.FRONT_LINE, template, 3, FIRST_DUE.plusDays(random.nextInt(60))))
                        .toList());
        var batch = assignments.assign(ALL, request).batchId();
        if (random.nextInt(3) == 0) {
            assignments.undo(ALL, batch);
        }
        return true;
    }

    private boolean review(Kind kind, Random random) {
        var held = assignments.forPerson(ALL, pick(personIds, random), cycle);
        if (held.isEmpty()) {
            assign(random);
            return false;
        }
        AssignmentRow row = pick(held, random);
        switch (kind) {
            case CHECK_IN ->
                assignments.checkIn(
                        ALL,
                        row.id(),
                        row.version(),
                        new CheckIn(Health.values()[1 + random.nextInt(3)], null, random.nextInt(4)));
            case SUBMIT -> assignments.submit(ALL, row.id(), row.version(), null);
            case COMPLETE -> assignments.complete(ALL, row.id(), row.version(), null);
            case CHANGE ->
                assignments.change(
                        ALL, row.id(), row.version(), FIRST_DUE.plusDays(random.nextInt(80)), 1 + random.nextInt(5));
            default -> assignments.waive(ALL, row.id(), row.version(), "Away");
        }
        return true;
    }

    private boolean log(Random random) {
        conversations.log(ALL, draft(random, null));
        return true;
    }

    private boolean correct(Kind kind, Random random) {
        var ids = ids("select id from conversation where exists (select 1 from conversation_person cp"
                + " where cp.conversation_id = conversation.id and cp.person_id = " + pick(personIds, random) + ")");
        if (ids.isEmpty()) {
            return false;
        }
        var before = conversations.get(ALL, pick(ids, random));
        if (kind == Kind.DELETE) {
            conversations.delete(ALL, before.id(), before.version());
        } else {
            conversations.edit(ALL, before.id(), before.version(), draft(random, before.id()));
        }
        return true;
    }

    /** By one of them, to what others logged: it was so, it was not, or the answer before is taken back. */
    private boolean answer(Random random) {
        var person = pick(personIds, random);
        SignedIn.as(person, Role.MEMBER);
        try {
            var waiting = confirmations.waiting(PageRequest.of(0, 3));
            switch (random.nextInt(4)) {
                case 0 ->
                    confirmations.takeBack(ids("select conversation_id from conversation_person"
                            + " where answered_at is not null and person_id = " + person));
                case 1 ->
                    waiting.stream()
                            .findFirst()
                            .ifPresent(row -> confirmations.dispute(row.id(), row.version(), "It was not so"));
                default ->
                    confirmations.confirm(
                            waiting.stream().collect(Collectors.toMap(ConversationRow::id, ConversationRow::version)));
            }
            return !waiting.isEmpty();
        } finally {
            SignedIn.as(Role.HR);
        }
    }

    /** Two or three of them, or somebody who takes no part as well, counted for what may be. */
    private ConversationDraft draft(Random random, @Nullable Long conversation) {
        var with = new HashSet<Long>();
        while (with.size() < 2) {
            with.add(pick(personIds, random));
        }
        if (random.nextInt(3) == 0) {
            with.add(pick(leadIds, random));
        }
        // Some outside the quarter, where they count for nobody.
        var day = random.nextInt(6) == 0
                ? Fixture.QUARTER_START.minusDays(3)
                : Fixture.QUARTER_START.plusDays(random.nextInt(40));
        var countable = conversation == null
                ? conversations.countable(ALL, with, day)
                : conversations.countable(ALL, conversation, with, day);
        return new ConversationDraft(
                id(),
                day,
                ConversationKind.TALK,
                with,
                "How the work flows",
                null,
                null,
                countable.stream()
                        .filter(one -> random.nextBoolean())
                        .map(CountableObjective::assignmentId)
                        .collect(Collectors.toSet()));
    }

    private boolean move(Random random) {
        var details = people.get(ALL, pick(personIds, random));
        var draft = details.draft();
        people.save(
                ALL,
                details.id(),
                details.version(),
                new PersonDraft(
                        draft.employeeNumber(),
                        draft.givenName(),
                        draft.familyName(),
                        draft.email(),
                        draft.jobTitle(),
                        draft.level(),
                        pick(teamIds, random),
                        pick(leadIds, random),
                        draft.location(),
                        draft.timeZone(),
                        draft.language(),
                        draft.joinedOn()));
        return true;
    }

    private boolean rename(Random random) {
        var details = teams.get(pick(teamIds, random));
        var draft = details.draft();
        teams.save(
                details.id(),
                details.version(),
                new TeamDraft("Team " + random.nextInt(1000), draft.kind(), draft.parentId(), draft.leaderId()));
        return true;
    }

    private boolean changeLead(Random random) {
        var lead = random.nextInt(3) == 0 ? null : pick(leadIds, random);
        return leads.apply(ALL, id(), lead, some(participantIds, random), BulkProgress.SILENT)
                        .people()
                > 0;
    }

    private boolean changeCohort(Random random) {
        var details = cohorts.get(ALL, cohort);
        cohorts.save(
                cohort, details.version(), new CohortDraft("Second " + random.nextInt(1000), pick(leadIds, random)));
        return true;
    }

    private boolean remind(Random random) {
        var result = reminders.send(
                ALL, new ReminderRequest(id(), some(participantIds, random), Map.of()), BulkProgress.SILENT);
        return result.queued() + result.held() > 0;
    }

    private boolean callOff(Random random) {
        var held = ids("select id from message where status in ('HELD', 'QUEUED') order by id");
        if (held.isEmpty()) {
            return false;
        }
        outbox.cancel(pick(held, random));
        return true;
    }

    private List<Long> ids(String sql) {
        return fixture.jdbc().sql(sql).query(Long.class).list();
    }

    private static <T> T pick(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private static List<Long> some(List<Long> ids, Random random) {
        return Stream.of(pick(ids, random), pick(ids, random)).distinct().toList();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
