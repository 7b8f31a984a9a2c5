package org.weft.progress;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.weft.access.Scope;
import org.weft.base.Count;
import org.weft.base.DatabaseDialect;
import org.weft.base.Selection;
import org.weft.objectives.AssignmentStatus;
import org.weft.objectives.Health;
import org.weft.objectives.ObjectiveType;
import org.weft.people.Level;

/**
 * Turns a scope and a filter into SQL, for everything that reads participants: the list, the counts, the matrix, the
 * neighbours of a person and the file. That is why they cannot differ.
 *
 * <p>Everything a page shows, sorts or filters by is a column of {@code participant}; only what is asked of single
 * assignments or of the directory's words looks elsewhere, for ids. Numbers that come from us stand in the statement
 * itself: an unfiltered page then is the same statement each time, planned once.
 */
final class ProgressQuery {

    /** How many rows of a sort {@link #near} looks at. */
    private static final int NEAR = 1500;

    private static final String TO_REVIEW = "pt.submitted_count > 0";

    /** What {@link #state} asks of a participant. */
    private static final String OF_STATES =
            "pt.submitted_count, pt.health_rank, pt.phase, pt.next_due_on, pt.time_zone";

    private final Map<String, Object> parameters = new HashMap<>();
    private final List<String> filtered = new ArrayList<>();
    private final List<String> further = new ArrayList<>();
    private final List<String> stretch = new ArrayList<>();
    private final Scope scope;
    private final ProgressFilter filter;
    private final LocalDays days;
    private final DatabaseDialect dialect;
    private final String inCycle;
    private final String inScope;

    ProgressQuery(Scope scope, ProgressFilter filter, LocalDays days, DatabaseDialect dialect) {
        this.scope = scope;
        this.filter = filter;
        this.days = days;
        this.dialect = dialect;
        inCycle = "pt.cycle_id = " + filter.cycleId();
        // Of several conditions H2 goes by a set only where it stands first.
        inScope = wholeCycle() ? inCycle : scope.condition("pt.person_id") + " and " + inCycle;
        parameters.putAll(scope.parameters());
        filter.values().forEach((facet, value) -> {
            if (facet != ProgressFacet.STATE) {
                filtered.add(condition(facet, value));
            }
        });
    }

    /** A facet's condition on {@code pt}; its parameters are those of this query. */
    String condition(ProgressFacet facet, String value) {
        return switch (facet) {
            case COHORT -> "pt.cohort_id = " + Long.parseLong(value);
            case TEAM ->
                "pt.team_id in (select tc.team_id from team_closure tc where tc.ancestor_id = " + Long.parseLong(value)
                        + ")";
            case LEVEL ->
                "pt.level_rank = " + (ProgressFacet.constant(Level.class, value).ordinal() + 1);
            case LEAD -> "pt.lead_id = " + Long.parseLong(value);
            case OBJECTIVE -> inSet(live("a.template_id = " + Long.parseLong(value)));
            // So many of all assignments that as a set they would take longer than asked one by one.
            case TYPE ->
                holds(live("a.type = '"
                        + ProgressFacet.constant(ObjectiveType.class, value).name() + "'"));
            case STATUS -> status(ProgressFacet.constant(AssignmentStatus.class, value));
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
            case TEXT -> Words.found(value, dialect, parameters);
        };
    }

    private String live(String what) {
        return inCycle("a.status not in ('WAIVED', 'CANCELLED') and " + what);
    }

    private String inCycle(String what) {
        return "a.cycle_id = " + filter.cycleId() + " and " + what;
    }

    private String status(AssignmentStatus status) {
        return switch (status) {
            case NOT_STARTED, IN_PROGRESS, COMPLETED -> holds(having(status));
            case SUBMITTED -> TO_REVIEW;
            // Few at any time.
            case RETURNED, WAIVED, CANCELLED -> inSet(having(status));
        };
    }

    private String having(AssignmentStatus status) {
        return inCycle("a.status = '" + status.name() + "'");
    }

    /** As {@link #holds}, by the set of those who do. To PostgreSQL both are one question, H2 does as it is told. */
    private static String inSet(String what) {
        return "pt.id in (select a.participant_id from assignment a where " + what + ")";
    }

    private static String holds(String what) {
        return "exists (select 1 from assignment a where a.participant_id = pt.id and " + what + ")";
    }

    private static int rank(Health health) {
        return switch (health) {
            case OFF_TRACK -> 1;
            case AT_RISK -> 2;
            case NOT_UPDATED -> 3;
            case ON_TRACK -> 4;
        };
    }

    private String state(ProgressState state) {
        return switch (state) {
            case OVERDUE -> days.overdue(parameters);
            case AT_RISK -> "pt.health_rank <= 2";
            case TO_REVIEW -> TO_REVIEW;
            case NOT_STARTED -> "pt.phase = 1";
            // Nothing is due any more: said as well, because the usual order is by what is due.
            case DONE -> "(pt.phase = 3 and pt.next_due_on is null)";
        };
    }

    /** Leaves only the marked ones of those that match. */
    ProgressQuery marked(Selection selection) {
        if (!selection.ids().isEmpty()) {
            var in = selection.allBut() ? "pt.id not in (:marked)" : "pt.id in (:marked)";
            and(in, Map.of("marked", selection.ids()));
        } else if (!selection.allBut()) {
            further.add("1 = 0");
        }
        return this;
    }

    /** Leaves only what meets a further condition. */
    ProgressQuery and(String condition, Map<String, ?> values) {
        further.add(condition);
        parameters.putAll(values);
        return this;
    }

    /** Leaves only a stretch of an order: see {@link ProgressOrder#beyond}. */
    ProgressQuery within(String stretch, Map<String, ?> values) {
        this.stretch.add(stretch);
        parameters.putAll(values);
        return this;
    }

    ProgressQuery participants(List<Long> ids) {
        return and("pt.id in (:participants)", Map.of("participants", ids));
    }

    ProgressQuery person(long id) {
        return and("pt.person_id = :person", Map.of("person", id));
    }

    StatementSpec select(JdbcClient jdbc, String columns, String orderBy) {
        return bind(jdbc, "select " + columns + fromWhere() + " order by " + orderBy);
    }

    StatementSpec page(JdbcClient jdbc, String columns, String orderBy, int offset, int limit) {
        return bind(jdbc, "select " + columns + fromWhere() + slice(orderBy, offset, limit));
    }

    /** As {@link #page}; ids are found before rows are read, for which an index alone may do. */
    StatementSpec idsFirst(JdbcClient jdbc, String columns, String orderBy, int offset, int limit) {
        var ids = "select pt.id" + fromWhere() + slice(orderBy, offset, limit);
        return bind(jdbc, "select " + columns + among(ids) + " order by " + orderBy);
    }

    /** As {@link #page}, as far as it is found among the first rows of the order. */
    StatementSpec near(JdbcClient jdbc, String columns, ProgressOrder.By by, int offset, int limit) {
        var first = "select pt.id from participant pt where " + all(List.of(inCycle), stretch)
                + slice(by.alongIndex(), 0, NEAR);
        var asked = new ArrayList<String>();
        if (!wholeCycle()) {
            // Not a person's number, by which all in scope would be looked up.
            asked.add(scope.condition("pt.person_id + 0"));
        }
        filter.values().forEach((facet, value) -> asked.add(ofRow(facet, value)));
        return bind(
                jdbc, "select " + columns + among(first) + " where " + all(asked) + slice(by.order(), offset, limit));
    }

    /** As {@link #condition}, asked of one row rather than for a set. */
    private String ofRow(ProgressFacet facet, String value) {
        return switch (facet) {
            case TEAM ->
                "exists (select 1 from team_closure tc where tc.team_id = pt.team_id and tc.ancestor_id = "
                        + Long.parseLong(value) + ")";
            case STATUS -> holds(having(ProgressFacet.constant(AssignmentStatus.class, value)));
            // Not an index's template, of which there may be thousands for each row.
            case OBJECTIVE -> holds(live("a.template_id + 0 = " + Long.parseLong(value)));
            case TEXT -> Words.located(value, parameters);
            default -> condition(facet, value);
        };
    }

    /** Whether so many of the cycle may match that {@link #near} finds a page of them. */
    boolean manyMayMatch() {
        return further.isEmpty() && (wholeCycle() ? filter.narrows() : scope instanceof Scope.Led);
    }

    @SafeVarargs
    private static String all(List<String>... conditions) {
        return Stream.of(conditions).flatMap(List::stream).collect(Collectors.joining(" and "));
    }

    private static String slice(String orderBy, int offset, int limit) {
        return " order by " + orderBy + " offset " + offset + " rows fetch next " + limit + " rows only";
    }

    private static String among(String ids) {
        return " from (" + ids + ") place join participant pt on pt.id = place.id";
    }

    /** Of these participants all that are in scope, each with whether the filter finds it ({@code matches}). */
    StatementSpec again(JdbcClient jdbc, String columns, Collection<Long> ids) {
        parameters.put("participants", ids);
        return bind(
                jdbc,
                "select " + columns + ", case when " + where() + " then true else false end as matches"
                        + " from participant pt where " + inScope + " and pt.id in (:participants)");
    }

    StatementSpec count(JdbcClient jdbc) {
        return bind(jdbc, "select count(*)" + fromWhere());
    }

    /**
     * The total of the scope, and of those who match but for their state how many there are and how many in each state,
     * in one walk. It ends where counts end: if it does, of each state there are at least so many.
     */
    StatementSpec counts(JdbcClient jdbc) {
        var columns = new StringBuilder("select (" + total() + ") as total, count(*) as any_state");
        for (var state : ProgressState.values()) {
            columns.append(", count(*) filter (where " + state(state) + ") as ").append(column(state));
        }
        var met = from() + all(filtered, further, List.of(inScope), stretch);
        return bind(jdbc, columns + " from (" + Count.upTo(Count.MOST, OF_STATES, met) + ") pt");
    }

    /** As {@link #counts}, of the whole cycle: each state in a walk of its own, along the state's index. */
    StatementSpec countsOfAll(JdbcClient jdbc) {
        var columns = new StringBuilder("select (" + total() + ") as total");
        for (var state : ProgressState.values()) {
            var met = " from participant pt where " + inScope + " and " + state(state);
            columns.append(", (select count(*) from (" + Count.upTo(Count.MOST, "1 as one", met) + ") found) as ")
                    .append(column(state));
        }
        return bind(jdbc, columns.toString());
    }

    /** How many match, up to where some of many are counted to. */
    StatementSpec countOfSome(JdbcClient jdbc) {
        return bind(
                jdbc, "select count(*) from (" + Count.upTo(Count.MOST_OF_SOME, "1 as one", fromWhere()) + ") found");
    }

    private String total() {
        return wholeCycle()
                ? "select coalesce(sum(c.member_count), 0) from cohort c where c.cycle_id = " + filter.cycleId()
                : "select count(*) from (" + Count.upTo(Count.MOST, "1 as one", " from participant pt where " + inScope)
                        + ") found";
    }

    private static String column(ProgressState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** Whether the scope leaves nobody out, so that the cohorts know how many there are. */
    boolean wholeCycle() {
        return scope instanceof Scope.Everybody;
    }

    /** Whether it leaves nobody out but for a state. */
    boolean meansAll() {
        return wholeCycle() && !filter.with(ProgressFacet.STATE, null).narrows();
    }

    /** Those objectives that anybody who matches holds, those of the front line first. */
    StatementSpec objectives(JdbcClient jdbc) {
        return bind(jdbc, """
                select ot.id, ot.code, ot.title, ot.type from objective_template ot
                where exists (
                    select 1 from participant pt join assignment a on a.participant_id = pt.id
                    where %s and a.template_id = ot.id and a.cycle_id = %d)
                order by (select min(%s) from objective_template_level tl where tl.template_id = ot.id) nulls last,
                    ot.code, ot.id""".formatted(where(), filter.cycleId(), ProgressOrder.level("tl.level")));
    }

    /** Whether it leaves anybody of the cycle out. */
    boolean narrows() {
        return filter.narrows() || !further.isEmpty() || !wholeCycle();
    }

    /** A statement of one's own; {@code {participants}} in it stands for those who match, as {@code pt}. */
    StatementSpec statement(JdbcClient jdbc, String sql, Map<String, ?> values) {
        parameters.putAll(values);
        return bind(jdbc, sql.replace("{participants}", table() + " where " + where()));
    }

    /** A query for the ids of the persons who match; its parameters are those of this query. */
    String persons() {
        return "select pt.person_id" + fromWhere();
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }

    /** Those who match, as {@code pt}; its parameters are those of this query. */
    String fromWhere() {
        return from() + where();
    }

    private String from() {
        return " from " + table() + " where ";
    }

    /**
     * What is asked of a whole cycle and H2 would read every row for, it is to look for in the index that holds it: it
     * then reads the rows of those only who have it, and may end early.
     */
    private String table() {
        if (!dialect.postgres() && wholeCycle()) {
            if (filter.get(ProgressFacet.TEXT).isPresent()) {
                return "participant pt use index (participant_words)";
            }
            if (asksOnly(ProgressFacet.SILENT)) {
                return "participant pt use index (participant_by_activity)";
            }
        }
        return "participant pt";
    }

    /** Whether this is all that is asked, but for a state: few people who are named are read by their ids. */
    private boolean asksOnly(ProgressFacet facet) {
        return filtered.size() == 1 && further.isEmpty() && filter.get(facet).isPresent();
    }

    private String where() {
        var where = all(filtered, further, List.of(inScope), stretch);
        var state = filter.state();
        return state == null ? where : where + " and " + state(state);
    }

    private StatementSpec bind(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).params(parameters);
    }
}
