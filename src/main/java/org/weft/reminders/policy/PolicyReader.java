package org.weft.reminders.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weft.people.Level;

/** Policies as records, in the order of their hour. */
@Repository
class PolicyReader {

    private static final String READ = "select * from reminder_policy";
    private static final String ORDER = " order by at_time, id";

    private final JdbcClient jdbc;

    PolicyReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PolicyRow> all() {
        return jdbc.sql(READ + ORDER).query(PolicyReader::row).list();
    }

    List<PolicyRow> active() {
        return jdbc.sql(READ + " where active_since is not null" + ORDER)
                .query(PolicyReader::row)
                .list();
    }

    Optional<PolicyRow> find(long id) {
        return jdbc.sql(READ + " where id = :id")
                .param("id", id)
                .query(PolicyReader::row)
                .optional();
    }

    private static PolicyRow row(ResultSet row, int number) throws SQLException {
        var level = row.getString("level");
        var since = row.getTimestamp("active_since");
        return new PolicyRow(
                row.getLong("id"),
                row.getString("starter"),
                new PolicyDraft(
                        row.getString("name"),
                        TriggerKind.valueOf(row.getString("kind")),
                        row.getInt("days"),
                        new PolicyAudience(
                                number(row, "program_id"),
                                number(row, "cohort_id"),
                                number(row, "team_id"),
                                level == null ? null : Level.valueOf(level),
                                row.getString("location")),
                        PolicyRecipient.valueOf(row.getString("recipient")),
                        new PolicySchedule(
                                weekdays(row.getString("weekdays")),
                                row.getObject("at_time", LocalTime.class),
                                before(row)),
                        row.getInt("catch_up_days"),
                        row.getBoolean("required"),
                        row.getObject("escalate_after", Integer.class)),
                since == null ? null : since.toInstant(),
                row.getInt("version"));
    }

    private static PolicySchedule.@Nullable Before before(ResultSet row) throws SQLException {
        var weekdays = row.getString("weekdays_before");
        return weekdays == null
                ? null
                : new PolicySchedule.Before(
                        weekdays(weekdays), row.getObject("weekdays_before_through", LocalDate.class));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    static Set<DayOfWeek> weekdays(String digits) {
        return digits.chars().mapToObj(digit -> DayOfWeek.of(digit - '0')).collect(Collectors.toUnmodifiableSet());
    }

    static String digits(Set<DayOfWeek> weekdays) {
        return weekdays.stream()
                .sorted()
                .map(day -> String.valueOf(day.getValue()))
                .collect(Collectors.joining());
    }
}
