package org.weft.conversations;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.base.ColumnUpdate;
import org.weft.base.KeptColumns;
import org.weft.objectives.Achievements;
import org.weft.objectives.PlanFigures;
import org.weft.programs.CycleMoved;
import org.weft.programs.ParticipantChanges;
import org.weft.programs.ParticipantsJoined;

/**
 * Keeps the figures that come from conversations: what assignments have achieved, and {@code conversation_count,
 * external_count, unconfirmed_count} and the share of {@code last_activity_at} of participants.
 *
 * <p>Definitions: achieved is the number of distinct conversations that count for the assignment, or of the distinct
 * other people in them, or of those people's distinct teams outside the holder's own, as the measure says. A
 * participant's conversations are those the person took part in on the dates of the cycle; external ones have somebody
 * from outside the own team; unconfirmed ones wait for the participant. Activity is a
 * conversation when it was logged, and what the participant said to it. A team is the one a person was in when the
 * conversation was logged.
 */
@Component
public class ConversationFigures {

    /** All a participant's conversations. */
    static final KeptColumns KEPT = KeptColumns.of(
                    "participant", source(), "conversation_count", "external_count", "unconfirmed_count")
            .and(
                    "last_activity_at",
                    "case when f.logged_at is null or f.worked_at > f.logged_at then f.worked_at else f.logged_at end");

    /** One conversation more, in which nobody was counted yet. The plan's share of the activity stays. */
    private static final ColumnUpdate ONE_MORE = ColumnUpdate.of("participant")
            .set("conversation_count", "k.conversation_count + 1")
            // Two teams are enough: whoever took part met somebody of another one.
            .set("external_count", """
                    k.external_count + (select case when min(c.team_id) <> max(c.team_id) then 1 else 0 end
                        from conversation_person c where c.conversation_id = :conversation)""")
            // Everybody is asked to confirm but whoever logs it.
            .set("unconfirmed_count", "k.unconfirmed_count + case when k.person_id = :author then 0 else 1 end")
            .set("last_activity_at", """
                    case when k.last_activity_at > cast(:at as timestamp with time zone) then k.last_activity_at
                        else cast(:at as timestamp with time zone) end""");

    private static final String ONE_MORE_ALONE = ONE_MORE.where("k.id in (:ids)");

    // The holder took part; an outer join has H2 begin with the objective and not with all the holder ever talked
    // about.
    private static final String ACHIEVED = """
            case a.measure
                when 'COUNTERPARTS' then (
                    select count(distinct other.person_id)
                    from conversation_assignment ca
                    join conversation_person other on other.conversation_id = ca.conversation_id
                    where ca.assignment_id = a.id and other.person_id <> a.person_id)
                when 'TEAMS' then (
                    select count(distinct nullif(<team>, 0))
                    from conversation_assignment ca
                    join conversation_person other on other.conversation_id = ca.conversation_id
                    left join conversation_person holder on holder.conversation_id = ca.conversation_id
                        and holder.person_id = a.person_id
                    where ca.assignment_id = a.id and other.person_id <> a.person_id and <team> <> <own>)
                else (
                    select count(*) from conversation_assignment ca where ca.assignment_id = a.id)
            end""".replace("<team>", team("other")).replace("<own>", team("holder"));

    static final KeptColumns KEPT_ACHIEVED = KeptColumns.of(
            "assignment",
            "select a.id, " + ACHIEVED + " as achieved from assignment a where a.measure <> 'REPORTED' and %s",
            "achieved");

    private static final int CHUNK = 1000;

    private final JdbcClient jdbc;
    private final PlanFigures plans;
    private final Achievements achievements;
    private final ParticipantChanges changes;

    ConversationFigures(JdbcClient jdbc, PlanFigures plans, Achievements achievements, ParticipantChanges changes) {
        this.changes = changes;
        this.jdbc = jdbc;
        this.plans = plans;
        this.achievements = achievements;
    }

    /**
     * Counts everything that comes from conversations anew for these participants: for whoever writes conversations, or
     * the participants themselves, by other ways than {@link ConversationService}. Where no team was recorded for
     * somebody who took part, today's counts.
     */
    @Transactional
    public void recount(Collection<Long> participantIds) {
        plans.lock(participantIds);
        inChunks(
                participantIds,
                ids -> corrected(
                        jdbc.sql("""
                        select a.id from assignment a where a.participant_id in (:ids) and a.measure <> 'REPORTED'""").param("ids", ids).query(Long.class).list()));
        participants(participantIds);
    }

    /** Whoever joins a cycle that has begun brings along what they talked about in it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void onParticipantsJoined(ParticipantsJoined joined) {
        recountParticipants(joined.participantIds());
    }

    /** Other dates take other conversations in; what is counted for an objective stays counted. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void onCycleMoved(CycleMoved moved) {
        recountParticipants(jdbc.sql("select id from participant where cycle_id = ?")
                .param(moved.cycleId())
                .query(Long.class)
                .list());
    }

    /** For a change that moves no assignment. */
    void recountParticipants(Collection<Long> participantIds) {
        plans.lock(participantIds);
        participants(participantIds);
    }

    /**
     * Locks every participant a conversation of these people on one of these dates bears on, in the order of their ids,
     * so that two conversations with the same people follow each other and none waits in a circle.
     */
    Set<Long> lock(Set<Long> personIds, Set<LocalDate> dates) {
        var values = new HashMap<String, Object>();
        values.put("people", personIds);
        var held = new ArrayList<String>();
        for (var date : dates) {
            var name = "date" + held.size();
            held.add(":" + name + " between y.starts_on and y.ends_on");
            values.put(name, date);
        }
        return plans.lock("""
                p.person_id in (:people) and exists (
                    select 1 from cycle y where y.id = p.cycle_id and (%s))""".formatted(String.join(" or ", held)), values);
    }

    /** Tells the plans what was just logged for these assignments; their participants are locked. */
    void logged(Collection<Long> assignmentIds, Instant at) {
        inChunks(assignmentIds, ids -> achievements.record(ids, ACHIEVED, at));
    }

    /**
     * As {@link #logged(Collection, Instant)}, and adds a new conversation to what these participants have, each in one go
     * with the own plan: the more they talked, the longer counting all of it anew would take.
     *
     * @param authorPersonId whoever logged it, as {@link ConversationStore#orNobody} tells
     * @return the codes of the objectives it counts for
     */
    List<String> logged(
            long conversationId,
            long authorPersonId,
            Instant at,
            Collection<Long> assignmentIds,
            Collection<Long> participantIds) {
        var values = Map.of("conversation", conversationId, "author", authorPersonId, "at", Timestamp.from(at));
        var left = new TreeSet<>(participantIds);
        var codes = new TreeSet<String>();
        inChunks(
                assignmentIds,
                ids -> achievements.record(ids, ACHIEVED, at, ONE_MORE, values).forEach(one -> {
                    codes.add(one.code());
                    left.remove(one.participantId());
                }));
        write(left, ONE_MORE_ALONE, values);
        return List.copyOf(codes);
    }

    /** Tells the plans what these assignments have achieved after a change; their participants are locked. */
    void corrected(Collection<Long> assignmentIds) {
        inChunks(assignmentIds, ids -> achievements.correct(ids, ACHIEVED));
    }

    /** The counts of these participants, which are locked. */
    void participants(Collection<Long> participantIds) {
        write(participantIds, KEPT.update("pt.id in (:ids)"), Map.of());
    }

    private void write(Collection<Long> participantIds, String update, Map<String, ?> parameters) {
        inChunks(
                participantIds,
                ids -> jdbc.sql(update).param("ids", ids).params(parameters).update());
        changes.changed(participantIds);
    }

    private static String source() {
        // No derived table stands inside the derived one: H2 would work it out anew for every participant.
        return """
                select pt.id,
                    count(c.id) as conversation_count,
                    count(case when c.id is not null and exists (
                        select 1 from conversation_person other
                        where other.conversation_id = c.id and other.person_id <> pt.person_id
                            and %s <> %s) then 1 end) as external_count,
                    count(case when c.id is not null and own.confirmation = 'WAITING' then 1 end) as unconfirmed_count,
                    max(case when own.answered_at > c.created_at then own.answered_at else c.created_at end) as logged_at,
                    (select max(a.last_activity_at) from assignment a where a.participant_id = pt.id) as worked_at
                from participant pt
                join cycle y on y.id = pt.cycle_id
                left join conversation_person own on own.person_id = pt.person_id
                left join conversation c on c.id = own.conversation_id
                    and c.held_on between y.starts_on and y.ends_on
                where %%s
                group by pt.id""".formatted(team("other"), team("own"));
    }

    /** The team of somebody who took part, as conversation_person_team has it; 0 for none. A person is rarely looked up. */
    private static String team(String part) {
        return "coalesce(%1$s.team_id, (select p.team_id from person p where p.id = %1$s.person_id), 0)"
                .formatted(part);
    }

    private static void inChunks(Collection<Long> ids, Consumer<List<Long>> work) {
        var sorted = new ArrayList<>(new TreeSet<>(ids));
        for (var from = 0; from < sorted.size(); from += CHUNK) {
            work.accept(sorted.subList(from, Math.min(from + CHUNK, sorted.size())));
        }
    }
}
