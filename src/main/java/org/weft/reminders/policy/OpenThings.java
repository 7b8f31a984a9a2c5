package org.weft.reminders.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What digests name beneath their reasons: what waits for the reader's confirmation, and the open objectives. */
@Repository
class OpenThings {

    /** Beyond these, of each kind, the mail links to where the rest is. */
    private static final int MOST = 5;

    private static final String OBJECTIVES = """
            select o.participant_id, o.title, o.due_on from (
                select a.participant_id, a.title, a.due_on, a.id,
                    row_number() over (partition by a.participant_id order by a.due_on, a.id) as place
                from assignment a
                where a.participant_id in (:ids) and a.status in ('NOT_STARTED', 'IN_PROGRESS', 'RETURNED')) o
            where o.place <= :most
            order by o.participant_id, o.place""";

    private static final String TO_CONFIRM = """
            select o.participant_id, o.author, o.held_on from (
                select pt.id as participant_id, author.display_name as author, c.held_on,
                    row_number() over (partition by pt.id order by cp.asked_at, c.id) as place
                from participant pt
                join cycle cy on cy.id = pt.cycle_id
                join conversation_person cp on cp.person_id = pt.person_id and cp.confirmation = 'WAITING'
                join conversation c on c.id = cp.conversation_id and c.held_on between cy.starts_on and cy.ends_on
                left join account author on author.id = c.created_by
                where pt.id in (:ids)) o
            where o.place <= :most
            order by o.participant_id, o.place""";

    private final JdbcClient jdbc;

    OpenThings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By participant, for those who read about their own plan: what waits longest first, then what is due first, each if
     * the reminders speak of it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Map<Long, List<OpenThing>> of(Collection<DueReminder> reminders) {
        var open = new HashMap<Long, List<OpenThing>>();
        read(open, TO_CONFIRM, own(reminders, kind -> kind == TriggerKind.UNCONFIRMED), OpenThings::toConfirm);
        read(open, OBJECTIVES, own(reminders, kind -> kind != TriggerKind.UNCONFIRMED), OpenThings::objective);
        return open;
    }

    private static Set<Long> own(Collection<DueReminder> reminders, Predicate<TriggerKind> kinds) {
        return reminders.stream()
                .filter(one -> !one.toLead() && kinds.test(one.kind()))
                .map(one -> one.subject().participantId())
                .collect(Collectors.toSet());
    }

    private void read(
            Map<Long, List<OpenThing>> open, String sql, Set<Long> participantIds, RowMapper<OpenThing> thing) {
        if (!participantIds.isEmpty()) {
            jdbc.sql(sql).param("ids", participantIds).param("most", MOST).query(row -> {
                open.computeIfAbsent(row.getLong("participant_id"), any -> new ArrayList<>())
                        .add(thing.mapRow(row, row.getRow()));
            });
        }
    }

    private static OpenThing objective(ResultSet row, int number) throws SQLException {
        return new OpenThing.Objective(row.getString("title"), row.getObject("due_on", LocalDate.class));
    }

    private static OpenThing toConfirm(ResultSet row, int number) throws SQLException {
        return new OpenThing.ToConfirm(row.getString("author"), row.getObject("held_on", LocalDate.class));
    }
}
