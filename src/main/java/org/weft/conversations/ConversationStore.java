package org.weft.conversations;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/**
 * Writes conversations. By SQL and not through an entity: logging twice must be one insert that gives way, and the
 * figures that follow are counted by the database in the same transaction.
 */
@Component
class ConversationStore {

    /** A conversation as it stands, locked until the transaction ends. */
    record Stored(
            long id,
            int version,
            LocalDate heldOn,
            ConversationKind kind,
            String exchanged,
            @Nullable String agreed,
            @Nullable String result,
            @Nullable Long authorPersonId,
            Set<Long> personIds,
            Set<Long> assignmentIds) {

        /** Whether what people confirm is another thing now: the date, the kind or the words, white space aside. */
        boolean differs(CheckedDraft draft) {
            return !heldOn.equals(draft.heldOn())
                    || kind != draft.kind()
                    || !words(exchanged).equals(words(draft.exchanged()))
                    || !words(agreed).equals(words(draft.agreed()))
                    || !words(result).equals(words(draft.result()));
        }

        private static String words(@Nullable String text) {
            return text == null ? "" : text.strip().replaceAll("\\s+", " ");
        }

        Stored with(Set<Long> personIds, Set<Long> assignmentIds) {
            return new Stored(
                    id, version, heldOn, kind, exchanged, agreed, result, authorPersonId, personIds, assignmentIds);
        }
    }

    /** In place of a person's id. */
    private static final long NOBODY = -1;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    ConversationStore(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** The id of the new conversation, or nothing if its request was served before. Waits for one that is being served. */
    Optional<Long> insert(CheckedDraft draft, Instant now, long accountId) {
        var inserted = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into conversation (request_id, held_on, kind, exchanged, agreed, result, created_at, created_by)
                        values (:requestId, :heldOn, :kind, :exchanged, :agreed, :result, :now, :accountId)
                        on conflict do nothing""")
                .param("requestId", draft.requestId())
                .param("heldOn", draft.heldOn())
                .param("kind", draft.kind().name())
                .param("exchanged", draft.exchanged())
                .param("agreed", draft.agreed())
                .param("result", draft.result())
                .param("now", Timestamp.from(now))
                .param("accountId", accountId)
                .update(inserted, "id");
        return Optional.ofNullable(inserted.getKeyAs(Long.class));
    }

    Optional<Long> byRequest(String requestId, long accountId) {
        return jdbc.sql("select id from conversation where request_id = ? and created_by = ?")
                .params(requestId, accountId)
                .query(Long.class)
                .optional();
    }

    Optional<Stored> lock(long id) {
        return jdbc.sql("""
                        select c.version, c.held_on, c.kind, c.exchanged, c.agreed, c.result,
                            (select author.person_id from account author where author.id = c.created_by) as author
                        from conversation c where c.id = ? for update""")
                .param(id)
                .query((row, number) -> new Stored(
                        id,
                        row.getInt("version"),
                        row.getObject("held_on", LocalDate.class),
                        ConversationKind.valueOf(row.getString("kind")),
                        row.getString("exchanged"),
                        row.getString("agreed"),
                        row.getString("result"),
                        row.getObject("author", Long.class),
                        Set.of(),
                        Set.of()))
                .optional()
                .map(head -> head.with(
                        ids("select person_id from conversation_person where conversation_id = ?", id),
                        ids("select assignment_id from conversation_assignment where conversation_id = ?", id)));
    }

    void update(long id, CheckedDraft draft) {
        jdbc.sql("""
                        update conversation set held_on = :heldOn, kind = :kind, exchanged = :exchanged,
                            agreed = :agreed, result = :result, version = version + 1
                        where id = :id""")
                .param("id", id)
                .param("heldOn", draft.heldOn())
                .param("kind", draft.kind().name())
                .param("exchanged", draft.exchanged())
                .param("agreed", draft.agreed())
                .param("result", draft.result())
                .update();
    }

    void touch(long id) {
        jdbc.sql("update conversation set version = version + 1 where id = ?")
                .param(id)
                .update();
    }

    void delete(long id) {
        jdbc.sql("delete from conversation where id = ?").param(id).update();
    }

    /**
     * Those who stay keep the team they were in when they were added. Who is new is asked to confirm, all but whoever logged
     * it; whoever writes this confirms by it.
     */
    void people(
            long id,
            Set<Long> before,
            Set<Long> after,
            @Nullable Long authorPersonId,
            @Nullable Long writerPersonId,
            Instant now) {
        each("delete from conversation_person where conversation_id = ? and person_id = ?", id, without(before, after));
        var added = without(after, before);
        if (added.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into conversation_person (conversation_id, person_id, team_id, confirmation, asked_at,
                            answered_at)
                        select cast(:id as bigint), p.id, coalesce(p.team_id, 0),
                            case when p.id = :author then null when p.id = :writer then 'CONFIRMED' else 'WAITING' end,
                            case when p.id <> :author then cast(:now as timestamp with time zone) end,
                            case when p.id <> :author and p.id = :writer then cast(:now as timestamp with time zone) end
                        from person p where p.id in (:people)""")
                .param("id", id)
                .param("author", orNobody(authorPersonId))
                .param("writer", orNobody(writerPersonId))
                .param("now", Timestamp.from(now))
                .param("people", added)
                .update();
    }

    /** What is said of a conversation is another thing now: who has answered is asked again, and whoever wrote it confirms. */
    void askAgain(long id, @Nullable Long writerPersonId, Instant now) {
        jdbc.sql("""
                        update conversation_person set
                            asked_at = case when confirmation = 'WAITING' then asked_at else :now end,
                            confirmation = case when person_id = :writer then 'CONFIRMED' else 'WAITING' end,
                            answered_at = case when person_id = :writer then :now else answered_at end,
                            objection = null
                        where conversation_id = :id and confirmation is not null""")
                .param("id", id)
                .param("writer", orNobody(writerPersonId))
                .param("now", Timestamp.from(now))
                .update();
    }

    void assignments(long id, Set<Long> before, Set<Long> after) {
        each(
                "delete from conversation_assignment where conversation_id = ? and assignment_id = ?",
                id,
                without(before, after));
        each(
                "insert into conversation_assignment (conversation_id, assignment_id) values (?, ?)",
                id,
                without(after, before));
    }

    private void each(String sql, long conversationId, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            batch.batchUpdate(sql, ids, 500, (row, id) -> {
                row.setLong(1, conversationId);
                row.setLong(2, id);
            });
        }
    }

    private Set<Long> ids(String sql, long id) {
        return new HashSet<>(jdbc.sql(sql).param(id).query(Long.class).list());
    }

    /** A person's id as statements take it: {@link #NOBODY} in place of none. */
    static long orNobody(@Nullable Long personId) {
        return personId == null ? NOBODY : personId;
    }

    private static Set<Long> without(Set<Long> ids, Set<Long> others) {
        var left = new TreeSet<>(ids);
        left.removeAll(others);
        return left;
    }
}
