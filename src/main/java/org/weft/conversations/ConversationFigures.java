package org.weft.conversations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the figures that come from conversations: what assignments have achieved, and {@code conversation_count,
 * external_count} and the share of {@code last_activity_at} of participants.
 *
 * <p>Definitions: achieved is the number of distinct conversations that count for the assignment, or of the distinct
 * other people in them, or of those people's distinct teams outside the holder's own, as the measure says. A
 * participant's conversations are those the person took part in on the dates of the cycle; external ones have somebody
 * from outside the own team. A team is the one a person was in when the conversation was logged.
 */
@Component
public class ConversationFigures {

    private static final int CHUNK = 1000;

    private final JdbcClient jdbc;

    ConversationFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts everything that comes from conversations anew for these participants: for whoever writes conversations, or
     * the participants themselves, by other ways than {@link ConversationService}. A set-based statement or two,
     * whatever their number.
     */
    @Transactional
    public void recount(Collection<Long> participantIds) {
        lock(participantIds);
        var assignments = new ArrayList<Long>();
        inChunks(
                participantIds,
                ids -> assignments.addAll(jdbc.sql(
                                "select a.id from assignment a where a.participant_id in (:ids) and a.measure <> 'REPORTED'")
                        .param("ids", ids)
                        .query(Long.class)
                        .list()));
        assignments(assignments);
        participants(participantIds);
    }

    /**
     * Locks every participant a conversation of these people on one of these dates bears on, in the order of their ids,
     * so that two conversations with the same people follow each other and none waits in a circle.
     */
    Set<Long> lock(Set<Long> personIds, Set<LocalDate> dates) {
        var ids = new TreeSet<Long>();
        dates.forEach(date -> ids.addAll(jdbc.sql("""
                        select p.id from participant p join cycle y on y.id = p.cycle_id
                        where p.person_id in (:people) and :date between y.starts_on and y.ends_on""")
                .param("people", personIds)
                .param("date", date)
                .query(Long.class)
                .list()));
        lock(ids);
        return ids;
    }

    private void lock(Collection<Long> participantIds) {
        inChunks(
                participantIds,
                ids -> jdbc.sql("select p.id from participant p where p.id in (:ids) order by p.id for update")
                        .param("ids", ids)
                        .query(Long.class)
                        .list());
    }

    /** What these assignments have achieved; their participants are locked. */
    void assignments(Collection<Long> assignmentIds) {
        var achieved = new HashMap<Long, Integer>();
        inChunks(assignmentIds, ids -> achieved.putAll(achieved(ids)));
        achieved.forEach((id, value) -> jdbc.sql("""
                        update assignment set achieved = ?,
                            status = case when status = 'NOT_STARTED' then 'IN_PROGRESS' else status end where id = ?""").params(value, id).update());
    }

    private Map<Long, Integer> achieved(List<Long> ids) {
        var achieved = new HashMap<Long, Integer>();
        jdbc.sql("""
                        select a.id,
                            case a.measure
                                when 'COUNTERPARTS' then (
                                    select count(distinct other.person_id)
                                    from conversation_assignment ca
                                    join conversation_person other on other.conversation_id = ca.conversation_id
                                    where ca.assignment_id = a.id and other.person_id <> a.person_id)
                                when 'TEAMS' then (
                                    select count(distinct other.team_id)
                                    from conversation_assignment ca
                                    join conversation_person_team other on other.conversation_id = ca.conversation_id
                                    join conversation_person_team holder on holder.conversation_id = ca.conversation_id
                                        and holder.person_id = a.person_id
                                    where ca.assignment_id = a.id and other.person_id <> a.person_id
                                        and other.team_id is distinct from holder.team_id)
                                else (
                                    select count(*) from conversation_assignment ca where ca.assignment_id = a.id)
                            end as achieved
                        from assignment a where a.id in (:ids) and a.measure <> 'REPORTED'""").param("ids", ids).query(row -> {
            achieved.put(row.getLong("id"), row.getInt("achieved"));
        });
        return achieved;
    }

    /** The counts of these participants, which are locked. */
    void participants(Collection<Long> participantIds) {
        inChunks(participantIds, ids -> jdbc.sql("""
                        update participant p
                        set (conversation_count, external_count, last_activity_at) = (
                            select count(*),
                                count(case when exists (
                                    select 1 from conversation_person_team other
                                    where other.conversation_id = c.id and other.person_id <> p.person_id
                                        and other.team_id is distinct from own.team_id) then 1 end),
                                greatest(
                                    coalesce(max(c.created_at),
                                        (select max(a.last_activity_at) from assignment a where a.participant_id = p.id)),
                                    coalesce(
                                        (select max(a.last_activity_at) from assignment a where a.participant_id = p.id),
                                        max(c.created_at)))
                            from conversation_person_team own
                            join conversation c on c.id = own.conversation_id
                            join cycle y on c.held_on between y.starts_on and y.ends_on
                            where own.person_id = p.person_id and y.id = p.cycle_id)
                        where p.id in (:ids)""").param("ids", ids).update());
    }

    private static void inChunks(Collection<Long> ids, Consumer<List<Long>> work) {
        var sorted = new ArrayList<>(new TreeSet<>(ids));
        for (var from = 0; from < sorted.size(); from += CHUNK) {
            work.accept(sorted.subList(from, Math.min(from + CHUNK, sorted.size())));
        }
    }
}
