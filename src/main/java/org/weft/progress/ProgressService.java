package org.weft.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.Scope;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.Count;
import org.weft.base.Selection;
import org.weft.base.Text;

/**
 * The progress list: one row per participant of a cycle within a scope. Rows and counts are one statement each, and what
 * is exported runs through the same statement as what is shown.
 */
@Service
@PreAuthorize("hasAnyRole('HR', 'MANAGER')")
@Transactional(readOnly = true)
public class ProgressService {

    private static final int FETCH_SIZE = 500;

    private final JdbcClient jdbc;
    private final ProgressQueries queries;
    private final ProgressRows rows;
    private final PageReader pages;
    private final FacetReader facets;
    private final GroupReader groups;
    private final AuditTrail audit;

    ProgressService(
            JdbcClient jdbc,
            ProgressQueries queries,
            ProgressRows rows,
            PageReader pages,
            FacetReader facets,
            GroupReader groups,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.rows = rows;
        this.pages = pages;
        this.facets = facets;
        this.groups = groups;
        this.audit = audit;
    }

    /** The rows from {@code offset} on, at most {@code limit}. */
    public List<ProgressRow> list(Scope scope, ProgressFilter filter, ProgressSort sort, int offset, int limit) {
        return list(scope, filter, sort, null, offset, limit).rows();
    }

    /**
     * The rows from {@code offset} on, at most {@code limit}, read from a place that is known where that is nearer than
     * the top. One statement, and a second one where the place was of no use.
     *
     * @param near a place in the same list: scope, filter and sort
     */
    public ProgressSlice<ProgressRow> list(
            Scope scope,
            ProgressFilter filter,
            ProgressSort sort,
            @Nullable ProgressPlace near,
            int offset,
            int limit) {
        return new ProgressScroll(pages, queries, rows::read, scope, filter, sort).read(near, offset, limit);
    }

    /** Reads these participants again, in no order. Who is missing has left the cycle or the scope. One statement. */
    public List<LiveRow<ProgressRow>> again(Scope scope, ProgressFilter filter, Collection<Long> participantIds) {
        if (participantIds.isEmpty()) {
            return List.of();
        }
        return queries.of(scope, filter)
                .again(jdbc, ProgressRows.COLUMNS, participantIds)
                .query((rs, n) -> new LiveRow<>(rows.read(rs, n), rs.getBoolean("matches")))
                .list();
    }

    /** As {@link #list(Scope, ProgressFilter, ProgressSort, int, int)}, of those in a group. */
    public List<ProgressRow> list(
            Scope scope, ProgressFilter filter, GroupKey group, ProgressSort sort, int offset, int limit) {
        var query = queries.of(scope, filter).and(GroupReader.condition(group), Map.of());
        return pages.read(query, ProgressRows.COLUMNS, new ProgressOrder(sort).by(), offset, limit, rows::read);
    }

    /** How many groups those who match fall into; everybody is in exactly one. */
    public long groupCount(Scope scope, ProgressFilter filter, ProgressGrouping by) {
        return groups.count(scope, filter, by);
    }

    /** The groups from {@code offset} on, at most {@code limit}: by name, levels from the front line up, who has none last. */
    public List<ProgressGroup> groups(Scope scope, ProgressFilter filter, ProgressGrouping by, int offset, int limit) {
        return groups.page(scope, filter, by, offset, limit);
    }

    /** Reads these groups again, all of them by the same; without those in which nobody is left. One statement. */
    public List<ProgressGroup> groups(Scope scope, ProgressFilter filter, Collection<GroupKey> keys) {
        return keys.isEmpty() ? List.of() : groups.of(scope, filter, keys);
    }

    /** Counts as far as somebody reads: one statement, and a second one for a state among more than that. */
    public ProgressCounts count(Scope scope, ProgressFilter filter) {
        var query = queries.of(scope, filter);
        var counts = query.meansAll()
                ? query.countsOfAll(jdbc).query(ProgressService::countsOfAll).single()
                : query.counts(jdbc)
                        .query((rs, n) -> counts(rs, query.wholeCycle()))
                        .single();
        var state = filter.state();
        if (state == null) {
            return counts;
        }
        return counts.matching(
                counts.anyState().more() && !query.meansAll()
                        ? Count.of(
                                Count.MOST_OF_SOME,
                                query.countOfSome(jdbc).query(Long.class).single())
                        : counts.of(state));
    }

    private static ProgressCounts countsOfAll(ResultSet rs, int n) throws SQLException {
        var total = Count.exactly(rs.getLong("total"));
        return counts(rs, total, total, read -> Count.of(Count.MOST, read));
    }

    private static ProgressCounts counts(ResultSet rs, boolean wholeCycle) throws SQLException {
        var total = rs.getLong("total");
        var anyState = Count.of(Count.MOST, rs.getLong("any_state"));
        return counts(
                rs,
                wholeCycle ? Count.exactly(total) : Count.of(Count.MOST, total),
                anyState,
                anyState.more() ? Count::atLeast : Count::exactly);
    }

    private static ProgressCounts counts(ResultSet rs, Count total, Count anyState, LongFunction<Count> count)
            throws SQLException {
        return new ProgressCounts(
                total,
                anyState,
                anyState,
                count.apply(rs.getLong("overdue")),
                count.apply(rs.getLong("at_risk")),
                count.apply(rs.getLong("to_review")),
                count.apply(rs.getLong("not_started")),
                count.apply(rs.getLong("done")));
    }

    /** How many match, counted to the end: for what is done to them all. */
    public long matching(Scope scope, ProgressFilter filter) {
        return queries.of(scope, filter).count(jdbc).query(Long.class).single();
    }

    /**
     * What a facet can be set to while the filter's other facets stay: the values with the most participants first, at
     * most 50; constants and days in their order, all of them.
     *
     * @param search leaves only what is called so; empty for all
     */
    public FacetOptions options(Scope scope, ProgressFilter filter, ProgressFacet facet, String search) {
        return facets.of(scope, filter, facet, search);
    }

    /** What cohort, team, lead and objective of a filter are called; without those of which the scope sees nobody. */
    public Map<ProgressFacet, String> names(Scope scope, ProgressFilter filter) {
        return facets.names(scope, List.of(filter)).getOrDefault(filter, Map.of());
    }

    /**
     * A filter in words: what each facet is set to, as of the scope; {@link FacetText#UNKNOWN} where it names what is gone,
     * or what the scope sees nobody of.
     */
    public Map<ProgressFacet, Text> said(Scope scope, ProgressFilter filter) {
        return said(scope, List.of(filter)).getOrDefault(filter, Map.of());
    }

    /** As {@link #said(Scope, ProgressFilter)}, of many filters. One statement. */
    public Map<ProgressFilter, Map<ProgressFacet, Text>> said(Scope scope, Collection<ProgressFilter> filters) {
        var said = new HashMap<ProgressFilter, Map<ProgressFacet, Text>>();
        facets.names(scope, filters).forEach((filter, names) -> said.put(filter, said(filter, names)));
        return said;
    }

    private static Map<ProgressFacet, Text> said(ProgressFilter filter, Map<ProgressFacet, String> names) {
        var said = new EnumMap<ProgressFacet, Text>(ProgressFacet.class);
        filter.values()
                .forEach((facet, value) -> said.put(
                        facet,
                        FacetText.value(facet, value)
                                .orElseGet(() -> Optional.ofNullable(names.get(facet))
                                        .map(FacetText::named)
                                        .orElse(FacetText.UNKNOWN))));
        return said;
    }

    /** Those of a scope who match: for whatever takes a scope and is to be about them alone. As things are now. */
    public Scope within(Scope scope, ProgressFilter filter) {
        if (!filter.narrows()) {
            return scope;
        }
        var matching = queries.of(new Scope.Everybody(), filter);
        return new Scope.Within(scope, matching.persons(), matching.parameters());
    }

    /** The ids of the marked participants, in order. */
    public List<Long> ids(Scope scope, ProgressFilter filter, ProgressSort sort, Selection selection) {
        return queries.of(scope, filter)
                .marked(selection)
                .select(jdbc, "pt.id", new ProgressOrder(sort).by().order())
                .query(Long.class)
                .list();
    }

    /**
     * Hands all marked rows on, in order, without holding them all, and records that they were taken out. Count and rows
     * are of one moment.
     *
     * @param consumer gets how many rows there are, and the rows, which it reads to their end before it returns
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public void export(
            Scope scope,
            ProgressFilter filter,
            ProgressSort sort,
            Selection selection,
            String cycleName,
            BiConsumer<Long, Stream<ProgressRow>> consumer) {
        var count = queries.of(scope, filter)
                .marked(selection)
                .count(jdbc)
                .query(Long.class)
                .single();
        try (var stream = queries
                .of(scope, filter)
                .marked(selection)
                .select(jdbc, ProgressRows.COLUMNS, new ProgressOrder(sort).by().order())
                .withFetchSize(FETCH_SIZE)
                .query(rows::read)
                .stream()) {
            consumer.accept(count, stream);
        }
        audit.record(AuditEvent.of("PROGRESS_EXPORTED", "cycle", filter.cycleId(), cycleName)
                .detail("list, rows: " + count));
    }

    /** Who stands before and after a participant in the list; neither is there when the filter leaves the participant out. */
    public Neighbours neighbours(Scope scope, ProgressFilter filter, ProgressSort sort, long participantId) {
        var order = new ProgressOrder(sort);
        var place = queries.of(scope, filter)
                .participants(List.of(participantId))
                .select(jdbc, order.place(), "pt.id")
                .query((rs, n) -> {
                    var values = new ArrayList<@Nullable Object>();
                    for (var i = 1; i <= order.length(); i++) {
                        values.add(rs.getObject(i));
                    }
                    return values;
                })
                .list();
        return place.isEmpty()
                ? new Neighbours(null, null)
                : new Neighbours(
                        neighbour(scope, filter, order, place.getFirst(), false),
                        neighbour(scope, filter, order, place.getFirst(), true));
    }

    private @Nullable Long neighbour(
            Scope scope, ProgressFilter filter, ProgressOrder order, List<@Nullable Object> place, boolean after) {
        var parameters = new HashMap<String, Object>();
        for (var stretch : order.beyond(place, after, parameters)) {
            var query = queries.of(scope, filter).within(stretch, parameters);
            var by = after ? order.by() : order.reversed();
            var found = pages.read(query, "pt.person_id", by, 0, 1, (rs, n) -> rs.getLong(1));
            if (!found.isEmpty()) {
                return found.getFirst();
            }
        }
        return null;
    }
}
