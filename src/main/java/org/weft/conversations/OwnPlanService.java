package org.weft.conversations;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.CurrentUser;

/** The signed-in person's own plan. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class OwnPlanService {

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final ConversationService conversations;

    OwnPlanService(JdbcClient jdbc, CurrentUser currentUser, ConversationService conversations) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.conversations = conversations;
    }

    /** The own plan in a cycle; empty if the person takes no part in it, or the account belongs to no person. */
    public Optional<OwnPlan> in(long cycleId) {
        return find(" and y.id = :cycleId", cycleId);
    }

    /** The own plan of today's cycle; of several, the one that ends first. */
    public Optional<OwnPlan> current() {
        return find(" and :today between y.starts_on and y.ends_on and g.status in ('ACTIVE', 'ENDED')", -1);
    }

    private Optional<OwnPlan> find(String condition, long cycleId) {
        var personId = currentUser.personId();
        if (personId.isEmpty()) {
            return Optional.empty();
        }
        var today = conversations.today();
        return jdbc.sql("""
                        select y.id, y.name, y.starts_on, y.ends_on, p.live_count, p.completed_count, p.not_started_count,
                            p.progress, p.next_due_on, p.conversation_count, p.external_count
                        from participant p
                        join cycle y on y.id = p.cycle_id
                        join program g on g.id = y.program_id
                        where p.person_id = :personId%s
                        order by y.ends_on, y.id limit 1""".formatted(condition))
                .param("personId", personId.get())
                .param("cycleId", cycleId)
                .param("today", today)
                .query((row, number) -> new OwnPlan(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getInt("live_count"),
                        row.getInt("completed_count"),
                        row.getInt("not_started_count"),
                        row.getBigDecimal("progress"),
                        row.getObject("next_due_on", LocalDate.class),
                        row.getInt("conversation_count"),
                        row.getInt("external_count"),
                        today))
                .optional();
    }
}
