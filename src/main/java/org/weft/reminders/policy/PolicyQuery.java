package org.weft.reminders.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.reminders.Silence;

/**
 * The one question behind planning and forecast: whom does a policy find in a run, who is told, why, and who is left out
 * and why. Its columns: {@code participant_id, recipient_id, role, escalated, things, days, reason} (null for what goes
 * out), {@code slot_at}, {@code spent}, the mails the recipient gets this week apart from this slot, and {@code here}, 1
 * if one is planned in it.
 *
 * @see <a href="../../../../../../../docs/decisions/015-forecast-and-planning-ask-one-question.md">015</a>
 */
@Component
class PolicyQuery {

    /** Past a cycle's end, what is overdue or waits for a review is still spoken of for so many days. */
    static final int DAYS_AFTER_CYCLE = 30;

    /** What was written longer before a week than this is not looked for among what went out in it. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(30);

    /**
     * That a reminder {@code m} went out or will. Said by what it is not: for what it is, H2 looks through all of them,
     * along the index that begins with the state.
     */
    private static final String COUNTS = "m.state not in ('UNDELIVERED', 'HELD_BACK', 'MISSED')";

    private final ReminderRules rules;

    PolicyQuery(ReminderRules rules) {
        this.rules = rules;
    }

    /** SQL with the named parameters it uses. */
    record Question(String sql, Map<String, Object> parameters) {}

    Question ask(Scope scope, PolicyRow policy, ReminderRun run) {
        var terms = policy.terms();
        var parameters = parameters(scope, policy, run);
        var selects = new ArrayList<String>();
        if (terms.recipient() != PolicyRecipient.LEAD) {
            selects.add(select(scope, policy, run, false, false));
        }
        if (terms.recipient() != PolicyRecipient.PARTICIPANT) {
            selects.add(select(scope, policy, run, true, false));
        } else if (terms.escalateAfter() != null) {
            selects.add(select(scope, policy, run, true, true));
        }
        return new Question(String.join("\nunion all\n", selects), parameters);
    }

    private String select(Scope scope, PolicyRow policy, ReminderRun run, boolean toLead, boolean escalated) {
        var terms = policy.terms();
        // "offset 0" keeps PostgreSQL from working the sums out once for each place they are read at.
        return """
                select i.participant_id, i.recipient_id, i.time_zone, i.role, i.escalated, i.things, i.days, i.slot_at, i.spent,
                    i.here, %10$s as reason
                from (
                select x.participant_id, r.id as recipient_id, r.time_zone, '%1$s' as role, %2$s as escalated,
                    x.things, x.days, %9$s as slot_at, %8$s, %6$s
                    case %3$s else null end as held_back
                from (%4$s) x
                join participant pt on pt.id = x.participant_id
                join cycle cy on cy.id = pt.cycle_id
                join program pr on pr.id = cy.program_id
                join person p on p.id = pt.person_id
                %5$s
                where pr.status = 'ACTIVE' and cy.starts_on <= :day and cy.ends_on >= :cycleEnd
                    and %7$s
                offset 0) i%11$s""".formatted(
                        toLead ? PolicyRecipient.LEAD : PolicyRecipient.PARTICIPANT,
                        escalated,
                        reasons(terms, run),
                        TriggerSql.of(terms, run, among(terms, run, toLead, escalated)),
                        toLead ? "left join person r on r.id = pt.lead_id" : "join person r on r.id = pt.person_id",
                        unanswered(terms, toLead, escalated),
                        String.join("\n    and ", conditions(scope, terms, run, toLead, escalated)),
                        terms.required() ? "0 as spent, 0 as here" : spent(run),
                        bySlot(run, slot -> moment(slot.at())),
                        reason(terms, toLead),
                        escalated ? " where i.unanswered >= :escalateAfter and i.told = 0" : "");
    }

    /** What keeps it from going out, first what holds for everybody. */
    private static String reason(PolicyDraft terms, boolean toLead) {
        var reasons = new ArrayList<>(List.of("i.held_back"));
        if (terms.escalateAfter() != null && !toLead) {
            reasons.add("case when i.unanswered >= :escalateAfter then 'ESCALATED' end");
        }
        if (!terms.required()) {
            reasons.add("case when i.spent >= :budget then 'OVER_BUDGET' end");
        }
        return reasons.size() == 1 ? reasons.getFirst() : "coalesce(" + String.join(", ", reasons) + ")";
    }

    /** Something that differs by where {@code r} is. */
    private static String bySlot(ReminderRun run, Function<ReminderRun.Slot, String> value) {
        if (run.slots().size() == 1) {
            return value.apply(run.slots().getFirst());
        }
        var choice = new StringBuilder("case");
        for (var slot : run.slots()) {
            choice.append(" when ")
                    .append(inZones(slot, "zones" + run.slots().indexOf(slot)))
                    .append(" then ")
                    .append(value.apply(slot));
        }
        return choice.append(" end").toString();
    }

    private static String inZones(ReminderRun.Slot slot, String parameter) {
        return "(r.time_zone in (:" + parameter + ")"
                + (slot.zones().contains(ReminderRuns.WITHOUT_ZONE) ? " or r.time_zone is null)" : ")");
    }

    private static String moment(Instant at) {
        return "timestamp with time zone '" + LocalOffsets.LITERAL.format(at) + "'";
    }

    /**
     * What the recipient gets this week, of all that counts: digests, and reminders by hand in the week they go out. Looked up
     * for those who are found, and only for them.
     */
    private static String spent(ReminderRun run) {
        var earliest = run.slots().stream()
                .map(ReminderRun.Slot::weekStart)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .minus(LONGEST_WAIT);
        // Few were reminded by hand: who they are is asked once, and only theirs are counted.
        return """
                (select count(distinct m.slot_at) from reminder m
                    where m.recipient_id = r.id and m.slot_at >= %2$s and m.slot_at < %3$s and m.slot_at <> %1$s
                        and not m.required and %5$s)
                + case when r.id in (select h.person_id from message h
                        where h.kind = 'REMINDER' and h.created_at >= %4$s and h.person_id is not null)
                    then (select count(*) from message h
                        where h.person_id = r.id and h.created_at >= %4$s and h.kind = 'REMINDER'
                            and h.status not in ('SUPPRESSED', 'FAILED', 'BOUNCED')
                            and coalesce(h.sent_at, h.send_after) >= %2$s and coalesce(h.sent_at, h.send_after) < %3$s)
                    else 0 end as spent,
                    case when exists (select 1 from reminder m
                        where m.recipient_id = r.id and m.slot_at = %1$s
                            and not m.required and %5$s) then 1 else 0 end as here""".formatted(
                        bySlot(run, slot -> moment(slot.at())),
                        bySlot(run, slot -> moment(slot.weekStart())),
                        bySlot(run, slot -> moment(slot.weekEnd())),
                        moment(earliest),
                        COUNTS);
    }

    /**
     * The participants to look at: {@code n}. Those of whom the recipients are where the run is; where the trigger does not
     * ask for the slot and they are named, that is asked only of who is found.
     */
    private static String among(PolicyDraft terms, ReminderRun run, boolean toLead, boolean escalated) {
        var conditions = new ArrayList<>(List.of(TriggerSql.candidates(terms.kind())));
        if (escalated) {
            // Most have nothing to answer, and need not be looked at.
            conditions.add("exists (select 1 from reminder m where m.participant_id = n.id and m.policy_id = :policy)");
        }
        if (run.among() != null) {
            // An array is one value, however many: a list has a limit. As a table it is joined once; compared by "any",
            // PostgreSQL sorts it anew for every row it looks up.
            conditions.add((run.among().by() == ReminderRun.Among.By.PARTICIPANT
                            ? "n.id"
                            : toLead ? "n.lead_id" : "n.person_id")
                    + " in (select w.id from unnest(cast(:" + (toLead ? "leads" : "told")
                    + " as bigint array)) w(id))");
            if (!terms.kind().asksForLocalDays()) {
                return "(select n.id from participant n where " + String.join(" and ", conditions) + ") n";
            }
        }
        conditions.addAll(where(run));
        return "(select n.id, " + bySlot(run, slot -> String.valueOf(run.slots().indexOf(slot)))
                + " as slot_number from participant n "
                + (toLead ? "left join person r on r.id = n.lead_id" : "join person r on r.id = n.person_id")
                + " where " + String.join(" and ", conditions) + ") n";
    }

    private List<String> conditions(
            Scope scope, PolicyDraft terms, ReminderRun run, boolean toLead, boolean escalated) {
        var conditions = new ArrayList<String>();
        conditions.add(scope.condition("p.id"));
        conditions.addAll(audience(terms.audience()));
        if (toLead) {
            conditions.add("(pt.lead_id is null or pt.lead_id <> pt.person_id)");
        }
        if (escalated) {
            conditions.add("pt.lead_id is not null");
        }
        conditions.addAll(where(run));
        return conditions;
    }

    /** That {@code r} is one of the run's recipients, in its zones and at its places. */
    private static List<String> where(ReminderRun run) {
        var conditions = new ArrayList<String>();
        conditions.add(run.slots().stream()
                .map(slot -> inZones(slot, "zones" + run.slots().indexOf(slot)))
                .collect(Collectors.joining(" or ", "(", ")")));
        if (!run.places().others()) {
            conditions.add("lower(r.location) in (:places)");
        } else if (!run.places().locations().isEmpty()) {
            conditions.add("(r.location is null or lower(r.location) not in (:places))");
        }
        return conditions;
    }

    private static List<String> audience(PolicyAudience audience) {
        var conditions = new ArrayList<String>();
        if (audience.programId() != null) {
            conditions.add("pr.id = :program");
        }
        if (audience.cohortId() != null) {
            conditions.add("pt.cohort_id = :cohort");
        }
        if (audience.teamId() != null) {
            conditions.add("p.team_id in (select tc.team_id from team_closure tc where tc.ancestor_id = :team)");
        }
        if (audience.level() != null) {
            conditions.add("p.level = :level");
        }
        if (audience.location() != null) {
            conditions.add("lower(p.location) = lower(:location)");
        }
        return conditions;
    }

    /**
     * How many reminders of this policy the participant got since they last did anything, and whether the lead was told:
     * once, until the participant moves and then falls silent again. Who has no lead goes on being told in person. Looked
     * up for those who are found, as {@link #spent} is.
     */
    private static String unanswered(PolicyDraft terms, boolean toLead, boolean escalated) {
        if (terms.escalateAfter() == null || (toLead && !escalated)) {
            return "";
        }
        var since = """
                (select count(*) from reminder m where m.participant_id = pt.id and m.policy_id = :policy and m.local_day < :day
                    and (pt.last_activity_at is null or m.created_at > pt.last_activity_at)""";
        return "case when pt.lead_id <> pt.person_id then " + since
                + " and m.role = 'PARTICIPANT' and " + COUNTS + ") else 0 end as unanswered,\n"
                + (escalated
                        ? since + " and m.escalated and (" + COUNTS + " or m.done_at is not null)) as told,\n"
                        : "");
    }

    private static String reasons(PolicyDraft terms, ReminderRun run) {
        var reasons = new StringBuilder(unfit());
        if (run.mode() == ReminderRun.Mode.MISSED) {
            return reasons.append(" when 1 = 1 then 'TOO_LATE'").toString();
        }
        if (run.mode() == ReminderRun.Mode.HOLIDAY) {
            return reasons.append(" when 1 = 1 then 'HOLIDAY'").toString();
        }
        reasons.append(" when x.things <= 0 then 'NOTHING_OPEN'");
        if (!terms.required()) {
            reasons.append(" when ")
                    .append(Silence.holds("r.id", ":kind", ":day"))
                    .append(" then 'SILENCED'");
        }
        return reasons.toString();
    }

    /** Why a mail about {@code p} could not reach {@code r} at all. Asked when planning and again when sending. */
    static String unfit() {
        return """
                when not p.active then 'INACTIVE'
                when r.id is null then 'NO_LEAD'
                when not r.active then 'INACTIVE'
                when r.email is null or trim(r.email) = '' then 'NO_ADDRESS'
                when r.email not like '%_@_%' then 'UNUSABLE_ADDRESS'
                when exists (select 1 from unreachable_address u where u.address = lower(r.email))
                    then 'UNREACHABLE_ADDRESS'""";
    }

    private Map<String, Object> parameters(Scope scope, PolicyRow policy, ReminderRun run) {
        var terms = policy.terms();
        var parameters = new HashMap<>(scope.parameters());
        parameters.put("policy", policy.id());
        parameters.put("kind", terms.kind().name());
        parameters.put("day", run.day());
        parameters.put("firstDue", run.from().plusDays(terms.days()));
        parameters.put("lastDue", run.day().plusDays(terms.days()));
        parameters.put("first", run.from().minusDays(terms.days()));
        parameters.put("last", run.day().minusDays(terms.days()));
        parameters.put("cycleEnd", run.day().minusDays(DAYS_AFTER_CYCLE));
        for (var slot : run.slots()) {
            parameters.put("zones" + run.slots().indexOf(slot), slot.zones());
        }
        var among = run.among();
        if (among != null) {
            parameters.put("told", among.told().toArray(Long[]::new));
            parameters.put("leads", among.leads().toArray(Long[]::new));
        }
        parameters.put("budget", rules.budget());
        putIfSet(parameters, "escalateAfter", terms.escalateAfter());
        var audience = terms.audience();
        putIfSet(parameters, "program", audience.programId());
        putIfSet(parameters, "cohort", audience.cohortId());
        putIfSet(parameters, "team", audience.teamId());
        var level = audience.level();
        putIfSet(parameters, "level", level == null ? null : level.name());
        putIfSet(parameters, "location", audience.location());
        putIfSet(parameters, "places", run.places().locations());
        return parameters;
    }

    private static void putIfSet(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
