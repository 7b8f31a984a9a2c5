package org.weft.progress;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.base.LikePattern;
import org.weft.objectives.AssignmentStatus;
import org.weft.objectives.Health;
import org.weft.objectives.ObjectiveType;
import org.weft.people.Level;

/** What facets can be set to, with how many participants each value leaves; one statement a facet. */
@Component
class FacetReader {

    /** As many as somebody looks through; others are found by a search. */
    static final int MOST = 50;

    /** Offered for facets that count days; any other number can be typed. */
    static final List<String> DAYS = List.of("7", "14", "30");

    private final JdbcClient jdbc;
    private final ProgressQueries queries;

    FacetReader(JdbcClient jdbc, ProgressQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    FacetOptions of(Scope scope, ProgressFilter filter, ProgressFacet facet, String search) {
        var others = queries.of(scope, filter.with(facet, null));
        return switch (facet) {
            case COHORT -> named(others, search, """
                    select pt.cohort_id as id, pt.cohort_name as name, '' as hint, count(*) as people
                    from {participants} group by pt.cohort_id, pt.cohort_name""");
            // Counted by team first: the teams above get the sums, not every participant once more.
            case TEAM -> named(others, search, """
                    select t.id, t.name, coalesce(above.name, '') as hint, sum(own.people) as people
                    from (select pt.team_id, count(*) as people from {participants} group by pt.team_id) own
                        join team_closure tc on tc.team_id = own.team_id join team t on t.id = tc.ancestor_id
                        left join team above on above.id = t.parent_id
                    group by t.id, t.name, above.name""");
            case LEAD -> named(others, search, """
                    select p.id, p.display_name as name, coalesce(p.job_title, '') as hint, own.people
                    from (select pt.lead_id, count(*) as people from {participants} group by pt.lead_id) own
                        join person p on p.id = own.lead_id""");
            case OBJECTIVE -> named(others, search, """
                    select ot.id, ot.title as name, ot.code as hint, own.people
                    from (select a.template_id, count(*) as people
                        from assignment a where %s
                        group by a.template_id) own
                        join objective_template ot on ot.id = own.template_id""".formatted(live(others, filter)));
            case LOCATION -> named(others, search, """
                    select pt.location as id, pt.location as name, '' as hint, count(*) as people
                    from {participants} and pt.location is not null group by pt.location""");
            case TYPE -> each(others, facet, words(ObjectiveType.values()));
            case STATUS -> each(others, facet, words(AssignmentStatus.values()));
            case LEVEL -> each(others, facet, words(Level.values()));
            case STATE -> each(others, facet, words(ProgressState.values()));
            case HEALTH -> each(others, facet, words(Health.values()));
            case DUE, SILENT -> each(others, facet, DAYS);
            case REMINDED -> each(others, facet, List.of("yes", "no"));
            case TEXT -> FacetOptions.NONE;
        };
    }

    /** The live assignments of those who match. */
    private static String live(ProgressQuery others, ProgressFilter filter) {
        return "a.cycle_id = " + filter.cycleId() + " and a.status not in ('WAIVED', 'CANCELLED')"
                + (others.narrows() ? " and a.participant_id in (select pt.id from {participants})" : "");
    }

    private FacetOptions named(ProgressQuery others, String search, String sql) {
        var words = search.strip();
        var found = others.statement(
                        jdbc,
                        "select n.id, n.name, n.hint, n.people from (" + sql + ") n"
                                + (words.isEmpty()
                                        ? ""
                                        : " where lower(n.name || ' ' || n.hint) like :optionWords escape '\\'")
                                + " order by n.people desc, n.name, n.id fetch first " + (MOST + 1) + " rows only",
                        words.isEmpty() ? Map.of() : Map.of("optionWords", LikePattern.containing(words)))
                .query((rs, n) -> new FacetOption(
                        rs.getString("id"), rs.getString("name"), rs.getString("hint"), rs.getLong("people")))
                .list();
        return new FacetOptions(found.subList(0, Math.min(MOST, found.size())), found.size() > MOST);
    }

    /** Counts all values in one walk. */
    private FacetOptions each(ProgressQuery others, ProgressFacet facet, List<String> values) {
        var columns = new ArrayList<String>();
        for (var i = 0; i < values.size(); i++) {
            columns.add("count(*) filter (where " + others.ofRow(facet, values.get(i)) + ") as n" + i);
        }
        return others.statement(jdbc, "select " + String.join(", ", columns) + " from {participants}", Map.of())
                .query((rs, n) -> {
                    var options = new ArrayList<FacetOption>();
                    for (var i = 0; i < values.size(); i++) {
                        options.add(new FacetOption(values.get(i), "", "", rs.getLong(i + 1)));
                    }
                    return new FacetOptions(options, false);
                })
                .single();
    }

    private static List<String> words(Enum<?>[] constants) {
        return Stream.of(constants).map(ProgressFacet::word).toList();
    }

    /**
     * What the ids in filters are called, in one statement for all of them. Who of the cycle is in scope must be in it or
     * have it: an id that somebody wrote into an address does not give a name away.
     */
    Map<ProgressFilter, Map<ProgressFacet, String>> names(Scope scope, Collection<ProgressFilter> filters) {
        var names = new LinkedHashMap<ProgressFilter, Map<ProgressFacet, String>>();
        filters.forEach(filter -> names.put(filter, new EnumMap<>(ProgressFacet.class)));
        var asked = List.copyOf(names.keySet());
        var parts = new ArrayList<String>();
        for (var i = 0; i < asked.size(); i++) {
            parts.addAll(namesOf(
                    i,
                    asked.get(i),
                    queries.of(scope, ProgressFilter.of(asked.get(i).cycleId()))));
        }
        if (!parts.isEmpty()) {
            jdbc.sql(String.join(" union all ", parts))
                    .params(scope.parameters())
                    .query(rs -> {
                        Objects.requireNonNull(names.get(asked.get(rs.getInt("place"))))
                                .put(ProgressFacet.valueOf(rs.getString("facet")), rs.getString("name"));
                    });
        }
        return names;
    }

    private static List<String> namesOf(int place, ProgressFilter filter, ProgressQuery participants) {
        var parts = new ArrayList<String>();
        filter.values().forEach((facet, value) -> {
            var of = nameOf(facet);
            if (!of.isEmpty()) {
                parts.add("select " + place + " as place, '" + facet.name() + "' as facet, " + of + " where x.id = "
                        + value + " and exists (select 1" + participants.fromWhere() + " and "
                        + participants.condition(facet, value) + ")");
            }
        });
        return parts;
    }

    private static String nameOf(ProgressFacet facet) {
        return switch (facet) {
            case COHORT -> "x.name from cohort x";
            case TEAM -> "x.name from team x";
            case LEAD -> "x.display_name as name from person x";
            case OBJECTIVE -> "x.title as name from objective_template x";
            default -> "";
        };
    }
}
