package org.weft.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.weft.objectives.Health;
import org.weft.people.Level;

/** Reads {@link ProgressRow}s. */
@Component
class ProgressRows {

    static final String COLUMNS = """
            pt.id, pt.person_id, pt.display_name, pt.active, pt.time_zone, pt.team_name, pt.level_rank, pt.cohort_name,
            pt.progress, pt.completed_count, pt.live_count, pt.conversation_count, pt.external_count, pt.next_due_on,
            pt.health, pt.last_activity_at, pt.last_reminded_at""";

    /** How many columns these are. */
    static final int LENGTH = COLUMNS.split(",").length;

    private static final Level[] LEVELS = Level.values();

    private final LocalDays days;

    ProgressRows(LocalDays days) {
        this.days = days;
    }

    ProgressRow read(ResultSet rs, int n) throws SQLException {
        return new ProgressRow(
                rs.getLong("id"),
                rs.getLong("person_id"),
                rs.getString("display_name"),
                rs.getBoolean("active"),
                rs.getString("team_name"),
                LEVELS[rs.getInt("level_rank") - 1],
                rs.getString("cohort_name"),
                rs.getDouble("progress"),
                rs.getInt("completed_count"),
                rs.getInt("live_count"),
                rs.getInt("conversation_count"),
                rs.getInt("external_count"),
                rs.getObject("next_due_on", LocalDate.class),
                days.today(rs.getString("time_zone")),
                Health.valueOf(rs.getString("health")),
                instant(rs, "last_activity_at"),
                instant(rs, "last_reminded_at"));
    }

    static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp timestamp = rs.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
