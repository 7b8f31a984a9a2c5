package org.weft.conversations;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what people say to conversations they were named in. */
@Component
class ConfirmationStore {

    /** A conversation that is locked until the transaction ends. */
    record Locked(long id, int version, LocalDate heldOn) {}

    private final JdbcClient jdbc;

    ConfirmationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their ids, so that two who lock several do not wait in a circle. */
    List<Locked> lock(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select c.id, c.version, c.held_on from conversation c where c.id in (:ids) order by c.id for update")
                        .param("ids", ids)
                        .query((row, number) -> new Locked(
                                row.getLong("id"), row.getInt("version"), row.getObject("held_on", LocalDate.class)))
                        .list();
    }

    /** What somebody has said so far. */
    record Said(Confirmation state, @Nullable String objection) {}

    /** Of these conversations, those the person was asked to confirm, and what they said. */
    Map<Long, Said> asked(long personId, Collection<Long> ids) {
        record Of(long id, Said said) {}
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                        select conversation_id, confirmation, objection from conversation_person
                        where conversation_id in (:ids) and person_id = :person and confirmation is not null""")
                        .param("ids", ids)
                        .param("person", personId)
                        .query((row, number) -> new Of(
                                row.getLong("conversation_id"),
                                new Said(
                                        Confirmation.valueOf(row.getString("confirmation")),
                                        row.getString("objection"))))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Of::id, Of::said));
    }

    /** @param now null where the answer is taken back */
    void answer(long personId, Collection<Long> ids, Said said, @Nullable Instant now) {
        jdbc.sql("""
                        update conversation_person set confirmation = :state, objection = :objection, answered_at = :now
                        where conversation_id in (:ids) and person_id = :person""")
                .param("state", said.state().name())
                .param("objection", said.objection())
                .param("now", now == null ? null : Timestamp.from(now))
                .param("ids", ids)
                .param("person", personId)
                .update();
    }
}
