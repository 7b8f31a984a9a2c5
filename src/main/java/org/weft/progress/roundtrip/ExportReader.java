package org.weft.progress.roundtrip;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.objectives.AssignmentStatus;
import org.weft.programs.BulkChanges;
import org.weft.programs.BulkProgress;

/** Reads the assignments of participants, a thousand participants at a time, in the order they are given. */
@Component
class ExportReader {

    private static final String ROWS = """
            select a.id, a.cycle_id, a.participant_id, pt.display_name, p.employee_number, p.email, pt.cohort_name, a.code,
                a.title, a.achieved, a.unit, a.due_on, a.target, a.status, pt.lead_id, l.email as lead_email,
                l.employee_number as lead_number
            from assignment a join participant pt on pt.id = a.participant_id join person p on p.id = pt.person_id
                left join person l on l.id = pt.lead_id
            where pt.id in (:ids) and %s
            order by a.due_on, a.code, a.id""";

    private final JdbcClient jdbc;

    ExportReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many rows there are at most so many participants; counted no further than {@code most}. */
    long count(Scope scope, List<Long> participantIds, long most) {
        var counted = new long[1];
        BulkChanges.inChunks(participantIds, BulkProgress.SILENT, ids -> {
            if (counted[0] <= most) {
                counted[0] += jdbc.sql("""
                                select count(*) from assignment a join participant pt on pt.id = a.participant_id
                                where pt.id in (:ids) and\s""" + scope.condition("pt.person_id"))
                        .param("ids", ids)
                        .params(scope.parameters())
                        .query(Long.class)
                        .single();
            }
        });
        return counted[0];
    }

    void each(Scope scope, List<Long> participantIds, Consumer<? super ExportRow> sink) {
        var shared = sharedAddresses();
        BulkChanges.inChunks(participantIds, BulkProgress.SILENT, ids -> {
            var byParticipant = new HashMap<Long, List<ExportRow>>();
            jdbc.sql(ROWS.formatted(scope.condition("pt.person_id")))
                    .param("ids", ids)
                    .params(scope.parameters())
                    .query(row -> {
                        byParticipant
                                .computeIfAbsent(row.getLong("participant_id"), any -> new ArrayList<>())
                                .add(row(row, shared));
                    });
            ids.forEach(id -> byParticipant.getOrDefault(id, List.of()).forEach(sink));
        });
    }

    /** Those that several people have: by them nobody can be told. */
    private Set<String> sharedAddresses() {
        return new HashSet<>(jdbc.sql(
                        "select lower(email) from person where email is not null group by lower(email) having count(*) > 1")
                .query(String.class)
                .list());
    }

    private static ExportRow row(ResultSet row, Set<String> shared) throws SQLException {
        return new ExportRow(
                row.getLong("cycle_id"),
                row.getLong("id"),
                row.getLong("participant_id"),
                row.getString("display_name"),
                row.getString("employee_number"),
                row.getString("email"),
                row.getString("cohort_name"),
                row.getString("code"),
                row.getString("title"),
                row.getInt("achieved"),
                row.getString("unit"),
                row.getObject("due_on", LocalDate.class),
                row.getInt("target"),
                AssignmentStatus.valueOf(row.getString("status")),
                row.getObject("lead_id", Long.class),
                lead(row.getString("lead_email"), row.getString("lead_number"), shared));
    }

    private static @Nullable String lead(@Nullable String email, @Nullable String number, Set<String> shared) {
        return email == null || shared.contains(email.toLowerCase(Locale.ROOT)) ? number : email;
    }
}
