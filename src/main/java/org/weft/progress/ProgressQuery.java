package org.weft.progress;

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
import org.weft.programs.CycleScope;

/**
 * Turns a scope and a filter into SQL, for everything that reads participants: the list, the counts, the matrix, the
 * neighbours of a person and the file. That is why they cannot differ.
 *
 * <p>What a page shows and sorts by are columns of {@code participant}, and nearly all it filters by ({@link FacetSql}).
 * Numbers that come from us stand in the statement itself: an unfiltered page then is the same statement each time, planned
 * once.
 */
final class ProgressQuery {

    /** How many rows of a sort {@link #near} looks at. */
    private static final int NEAR = 2500;

    private final Map<String, Object> parameters = new HashMap<>();
    private final List<String> filtered = new ArrayList<>();
    private final List<String> further = new ArrayList<>();
    private final List<String> stretch = new ArrayList<>();
    private final Scope scope;
    private final ProgressFilter filter;
    private final FacetSql facets;
    private final DatabaseDialect dialect;
    private final String inCycle;
    /** Whether people are named, so that they are read by their ids. */
    private boolean named;

    ProgressQuery(Scope scope, ProgressFilter filter, LocalDays days, DatabaseDialect dialect) {
        this.scope = scope;
        this.filter = filter;
        this.dialect = dialect;
        facets = new FacetSql(filter.cycleId(), days, dialect, parameters);
        inCycle = "pt.cycle_id = " + filter.cycleId();
        parameters.putAll(scope.parameters());
        filter.values().forEach((facet, value) -> {
            if (facet != ProgressFacet.STATE) {
                filtered.add(facets.condition(facet, value));
            }
        });
    }

    /**
     * Few who are named are asked one by one. All others are gathered: PostgreSQL is not left to walk along the sort, as whose
     * people stand far down would wait for the whole cycle.
     */
    private String inScope() {
        if (wholeCycle()) {
            return inCycle;
        }
        return named && dialect.postgres() && scope instanceof Scope.Led led
                ? led.conditionOfOne("pt.person_id") + " and " + inCycle
                : CycleScope.condition(scope, String.valueOf(filter.cycleId()), dialect);
    }

    /** A facet's condition on {@code pt}, asked of one row after the other; its parameters are those of this query. */
    String ofRow(ProgressFacet facet, String value) {
        return facets.ofRow(facet, value);
    }

    /** As {@link #ofRow}, asked for those who meet it. */
    String condition(ProgressFacet facet, String value) {
        return facets.condition(facet, value);
    }

    /** Leaves only the marked ones of those that match. */
    ProgressQuery marked(Selection selection) {
        if (!selection.ids().isEmpty()) {
            named |= !selection.allBut();
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
        named = true;
        return and("pt.id in (:participants)", Map.of("participants", ids));
    }

    ProgressQuery person(long id) {
        named = true;
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
        var along = new ArrayList<>(stretch);
        var asked = new ArrayList<String>();
        if (!wholeCycle()) {
            // Of the sort's index, before a row is read. By the bare number H2 would look up all in scope.
            asked.add(scope.condition("place.person_id + 0"));
        }
        filter.values().forEach((facet, value) -> {
            asked.add(facets.ofRow(facet, value));
            facets.stretch(by.column(), facet, value).ifPresent(along::add);
        });
        var first = "select pt.id, pt.person_id from participant pt where " + all(List.of(inCycle), along)
                + slice(by.alongIndex(), 0, NEAR);
        return bind(
                jdbc, "select " + columns + among(first) + " where " + all(asked) + slice(by.order(), offset, limit));
    }

    /** The ids of those who match, in no order, at most {@code most}. */
    List<Long> ids(JdbcClient jdbc, int most) {
        return bind(jdbc, "select pt.id" + fromWhere() + " fetch first " + most + " rows only")
                .query(Long.class)
                .list();
    }

    /** Whether a whole cycle's texts are looked through, and nothing else is asked than the filter. */
    boolean looksThroughTexts() {
        return wholeCycle()
                && further.isEmpty()
                && filter.get(ProgressFacet.TEXT).isPresent();
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
        named = true;
        return bind(
                jdbc,
                "select " + columns + ", case when " + where() + " then true else false end as matches"
                        + " from participant pt where " + inScope() + " and pt.id in (:participants)");
    }

    StatementSpec count(JdbcClient jdbc) {
        return bind(jdbc, "select count(*)" + fromWhere());
    }

    /**
     * The total of the scope, and of those who match but for their state how many there are and how many in each state,
     * in one walk. It ends where counts end: if it does, of each state there are at least so many.
     */
    StatementSpec counts(JdbcClient jdbc) {
        // Where nothing is asked but a state, those who match are the scope: it is gathered once.
        var total = filtered.isEmpty() && further.isEmpty() ? "count(*)" : "(" + total() + ")";
        var columns = new StringBuilder("select " + total + " as total, count(*) as any_state");
        for (var state : ProgressState.values()) {
            columns.append(", count(*) filter (where " + facets.state(state) + ") as ")
                    .append(column(state));
        }
        var met = from() + all(filtered, further, List.of(inScope()), stretch);
        return bind(jdbc, columns + " from (" + Count.upTo(Count.MOST, FacetSql.OF_STATES, met) + ") pt");
    }

    /** As {@link #counts}, of the whole cycle: each state in a walk of its own, along the state's index. */
    StatementSpec countsOfAll(JdbcClient jdbc) {
        var columns = new StringBuilder("select (" + total() + ") as total");
        for (var state : ProgressState.values()) {
            var met = " from participant pt where " + inScope() + " and " + facets.state(state);
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
                : "select count(*) from ("
                        + Count.upTo(Count.MOST, "1 as one", " from participant pt where " + inScope()) + ") found";
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
        if (!dialect.postgres() && wholeCycle() && !named) {
            if (filter.get(ProgressFacet.TEXT).isPresent()) {
                return "participant pt use index (participant_words)";
            }
            if (asksOnly(ProgressFacet.SILENT)) {
                return "participant pt use index (participant_by_activity)";
            }
        }
        return "participant pt";
    }

    /** Whether this is all that is asked, but for a state. */
    private boolean asksOnly(ProgressFacet facet) {
        return filtered.size() == 1 && further.isEmpty() && filter.get(facet).isPresent();
    }

    private String where() {
        var where = all(filtered, further, List.of(inScope()), stretch);
        var state = filter.state();
        return state == null ? where : where + " and " + facets.state(state);
    }

    private StatementSpec bind(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).params(parameters);
    }
}
