package org.weft.progress;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.weft.base.ConstantSet;
import org.weft.base.DatabaseDialect;
import org.weft.objectives.AssignmentStatus;
import org.weft.objectives.Health;
import org.weft.objectives.ObjectiveType;
import org.weft.people.Level;

/**
 * What a facet's value asks of a participant, as a condition on {@code pt}. Nearly everything is asked of the
 * participant's own columns; only what single assignments or the directory's words say looks elsewhere, for ids.
 */
final class FacetSql {

    private static final String TO_REVIEW = "pt.submitted_count > 0";

    private static final String NOTHING_DUE = "pt.next_due_on is null";

    private static final String DONE = ProgressFacet.word(ProgressState.DONE);

    /** The columns {@link #state} asks. */
    static final String OF_STATES = "pt.submitted_count, pt.health_rank, pt.phase, pt.next_due_on, pt.time_zone";

    private final long cycleId;
    private final LocalDays days;
    private final DatabaseDialect dialect;
    private final Map<String, Object> parameters;

    /** @param parameters takes what conditions need */
    FacetSql(long cycleId, LocalDays days, DatabaseDialect dialect, Map<String, Object> parameters) {
        this.cycleId = cycleId;
        this.days = days;
        this.dialect = dialect;
        this.parameters = parameters;
    }

    /** Asked for everybody who meets it, which may be few. */
    String condition(ProgressFacet facet, String value) {
        return switch (facet) {
            case TEAM ->
                "pt.team_id in (select tc.team_id from team_closure tc where tc.ancestor_id = " + Long.parseLong(value)
                        + ")";
            case OBJECTIVE ->
                "pt.id in (select a.participant_id from assignment a where a.cycle_id = " + cycleId + " and "
                        + live(value) + ")";
            case STATUS -> status(ProgressFacet.constant(AssignmentStatus.class, value));
            case TEXT -> Words.found(value, dialect, parameters);
            default -> ofRow(facet, value);
        };
    }

    /** PostgreSQL has an index of those who are in a status that few may be in; H2 has no index of some rows only. */
    private String status(AssignmentStatus status) {
        return switch (status) {
            case RETURNED, WAIVED, CANCELLED ->
                dialect.postgres()
                        ? ofRow(status)
                        : "pt.id in (select a.participant_id from assignment a where a.cycle_id = " + cycleId
                                + " and a.status = '" + status.name() + "')";
            default -> ofRow(status);
        };
    }

    /** As {@link #condition}, asked of one row after the other. */
    String ofRow(ProgressFacet facet, String value) {
        return switch (facet) {
            case COHORT -> "pt.cohort_id = " + Long.parseLong(value);
            case TEAM ->
                "exists (select 1 from team_closure tc where tc.team_id = pt.team_id and tc.ancestor_id = "
                        + Long.parseLong(value) + ")";
            case LEVEL ->
                "pt.level_rank = " + (ProgressFacet.constant(Level.class, value).ordinal() + 1);
            case LEAD -> "pt.lead_id = " + Long.parseLong(value);
            // Without the cycle, by which H2 would look through all who hold it, for each row.
            case OBJECTIVE ->
                "exists (select 1 from assignment a where a.participant_id = pt.id and " + live(value) + ")";
            case TYPE -> ConstantSet.holds("pt.types", ProgressFacet.constant(ObjectiveType.class, value));
            case STATUS -> ofRow(ProgressFacet.constant(AssignmentStatus.class, value));
            case STATE -> state(ProgressFacet.constant(ProgressState.class, value));
            case HEALTH -> "pt.health_rank = " + rank(ProgressFacet.constant(Health.class, value));
            case DUE -> days.dueWithin(Integer.parseInt(value), parameters);
            case SILENT -> {
                var since = "silentSince" + value;
                parameters.put(since, Timestamp.from(days.now().minus(Duration.ofDays(Integer.parseInt(value)))));
                yield "(pt.last_activity_at is null or pt.last_activity_at < :" + since + ")";
            }
            case REMINDED -> "pt.last_reminded_at is " + (value.equals("yes") ? "not null" : "null");
            case LOCATION -> {
                parameters.put("location", value);
                yield "pt.location = :location";
            }
            case TEXT -> Words.located(value, parameters);
        };
    }

    private static String ofRow(AssignmentStatus status) {
        return switch (status) {
            // Counts are known to PostgreSQL's statistics.
            case NOT_STARTED -> "pt.not_started_count > 0";
            case SUBMITTED -> TO_REVIEW;
            case COMPLETED -> "pt.completed_count > 0";
            case IN_PROGRESS, RETURNED, WAIVED, CANCELLED -> ConstantSet.holds("pt.statuses", status);
        };
    }

    private static String live(String template) {
        return "a.template_id = " + Long.parseLong(template) + " and a.status not in ('WAIVED', 'CANCELLED')";
    }

    private static int rank(Health health) {
        return switch (health) {
            case OFF_TRACK -> 1;
            case AT_RISK -> 2;
            case NOT_UPDATED -> 3;
            case ON_TRACK -> 4;
        };
    }

    /** Asks only {@link #OF_STATES}. */
    String state(ProgressState state) {
        return switch (state) {
            case OVERDUE -> days.overdue(parameters);
            case AT_RISK -> "pt.health_rank <= 2";
            case TO_REVIEW -> TO_REVIEW;
            case NOT_STARTED -> "pt.phase = 1";
            // Nothing is due any more: said as well, because the usual order is by what is due.
            case DONE -> "(pt.phase = 3 and " + NOTHING_DUE + ")";
        };
    }

    /**
     * The stretch of a sort's index outside which nobody meets it, where what is asked is what is sorted by: who is done
     * stands at the end of the order by what is due. Its parameters are those of the condition.
     */
    Optional<String> stretch(ProgressColumn sorted, ProgressFacet facet, String value) {
        var stretch = switch (facet) {
            case LEVEL -> sorted == ProgressColumn.LEVEL ? ofRow(facet, value) : null;
            case HEALTH -> sorted == ProgressColumn.HEALTH ? ofRow(facet, value) : null;
            case REMINDED -> sorted == ProgressColumn.LAST_REMINDER ? ofRow(facet, value) : null;
            case DUE -> sorted == ProgressColumn.NEXT_DUE ? LocalDays.NOT_PASSED_EVERYWHERE : null;
            case STATE -> sorted == ProgressColumn.NEXT_DUE && value.equals(DONE) ? NOTHING_DUE : null;
            default -> null;
        };
        return Optional.ofNullable(stretch);
    }
}
