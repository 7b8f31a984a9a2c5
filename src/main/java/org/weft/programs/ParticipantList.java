package org.weft.programs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.base.LikePattern;
import org.weft.people.Level;
import org.weft.programs.CandidateRow.Standing;

/** Reads who is in a cohort, and who could be. */
@Component
class ParticipantList {

    private static final Map<String, String> SORTABLE = Map.of(
            "name", "p.sort_name",
            "team", "t.name",
            "level", "case p.level when 'FRONT_LINE' then 0 when 'TEAM_LEAD' then 1 when 'MANAGER' then 2 else 3 end",
            "jobTitle", "p.job_title",
            "objectives", "pt.live_count",
            "completed", "pt.completed_count",
            "added", "pt.added_at");

    private static final String SEARCH = """
            (lower(p.display_name) like :search escape '\\' or lower(p.job_title) like :search escape '\\'
                or lower(t.name) like :search escape '\\')""";

    private static final String STANDING = """
            case when not p.active and (pt.cohort_id is null or pt.cohort_id <> :cohort) then 'INACTIVE'
                when pt.id is null then 'JOINS' when pt.cohort_id = :cohort then 'MEMBER' else 'ELSEWHERE' end""";

    private final JdbcClient jdbc;

    ParticipantList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MemberRow> members(Scope scope, long cohortId, MemberFilter filter, Pageable page) {
        var params = memberParams(scope, cohortId, filter);
        page(params, page);
        return jdbc.sql("""
                        select pt.id, pt.person_id, p.display_name, t.name as team_name, p.level, p.job_title, p.active,
                            pt.live_count, pt.completed_count, pt.added_at
                        %s
                        order by %s
                        limit :limit offset :offset""".formatted(fromMembers(scope, filter), order(page.getSort())))
                .params(params)
                .query((row, n) -> new MemberRow(
                        row.getLong("id"),
                        row.getLong("person_id"),
                        row.getString("display_name"),
                        row.getString("team_name"),
                        Level.valueOf(row.getString("level")),
                        row.getString("job_title"),
                        row.getBoolean("active"),
                        row.getInt("live_count"),
                        row.getInt("completed_count"),
                        row.getTimestamp("added_at").toInstant()))
                .list();
    }

    int countMembers(Scope scope, long cohortId, MemberFilter filter) {
        return jdbc.sql("select count(*) " + fromMembers(scope, filter))
                .params(memberParams(scope, cohortId, filter))
                .query(Integer.class)
                .single();
    }

    AudiencePreview preview(Scope scope, CandidateFilter filter) {
        var counts = jdbc
                .sql("select x.standing, count(*) as people from (select %s as standing %s) x group by x.standing"
                        .formatted(STANDING, fromCandidates(scope, filter)))
                .params(candidateParams(scope, filter))
                .query((row, n) -> Map.entry(Standing.valueOf(row.getString("standing")), row.getInt("people")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new AudiencePreview(
                counts.getOrDefault(Standing.JOINS, 0),
                counts.getOrDefault(Standing.MEMBER, 0),
                counts.getOrDefault(Standing.ELSEWHERE, 0),
                counts.getOrDefault(Standing.INACTIVE, 0));
    }

    /** Those who join first, then by name. */
    List<CandidateRow> candidates(Scope scope, CandidateFilter filter, Pageable page) {
        var params = candidateParams(scope, filter);
        page(params, page);
        return jdbc.sql("""
                        select x.*, case x.standing when 'JOINS' then 0 when 'ELSEWHERE' then 1 when 'MEMBER' then 2 else 3 end as rank_no
                        from (select p.id, p.display_name, p.sort_name, t.name as team_name, p.level, p.job_title,
                                %s as standing, oc.name as cohort_name %s) x
                        order by rank_no, x.sort_name, x.id
                        limit :limit offset :offset""".formatted(STANDING, fromCandidates(scope, filter)))
                .params(params)
                .query((row, n) -> new CandidateRow(
                        row.getLong("id"),
                        row.getString("display_name"),
                        row.getString("team_name"),
                        Level.valueOf(row.getString("level")),
                        row.getString("job_title"),
                        Standing.valueOf(row.getString("standing")),
                        row.getString("cohort_name")))
                .list();
    }

    int countCandidates(Scope scope, CandidateFilter filter) {
        return jdbc.sql("select count(*) " + fromCandidates(scope, filter))
                .params(candidateParams(scope, filter))
                .query(Integer.class)
                .single();
    }

    /** @param column a column of {@code person} that holds a text */
    List<String> values(Scope scope, String column, String text, Pageable page) {
        var params = new HashMap<>(scope.parameters());
        params.put("text", LikePattern.containing(text));
        page(params, page);
        return jdbc.sql("""
                        select distinct p.%1$s from person p
                        where p.active and p.%1$s is not null and lower(p.%1$s) like :text escape '\\' and %2$s
                        order by p.%1$s
                        limit :limit offset :offset""".formatted(column, scope.condition("p.id")))
                .params(params)
                .query(String.class)
                .list();
    }

    private static String fromMembers(Scope scope, MemberFilter filter) {
        return "from participant pt join person p on p.id = pt.person_id left join team t on t.id = p.team_id"
                + " where pt.cohort_id = :cohort and " + scope.condition("p.id")
                + (filter.level() == null ? "" : " and p.level = :level")
                + (filter.search().isBlank() ? "" : " and " + SEARCH);
    }

    private static Map<String, Object> memberParams(Scope scope, long cohortId, MemberFilter filter) {
        var params = new HashMap<>(scope.parameters());
        params.put("cohort", cohortId);
        var level = filter.level();
        if (level != null) {
            params.put("level", level.name());
        }
        if (!filter.search().isBlank()) {
            params.put("search", LikePattern.containing(filter.search()));
        }
        return params;
    }

    private static String fromCandidates(Scope scope, CandidateFilter filter) {
        return "from person p left join team t on t.id = p.team_id"
                + " left join participant pt on pt.person_id = p.id and pt.cycle_id = :cycle"
                + " left join cohort oc on oc.id = pt.cohort_id"
                + " where " + found(filter) + " and " + scope.condition("p.id");
    }

    /** The filter as a condition on {@code person p left join team t}. */
    static String found(CandidateFilter filter) {
        return filter.rule().condition().sql() + (filter.search().isBlank() ? "" : " and " + SEARCH);
    }

    static Map<String, Object> foundParams(CandidateFilter filter) {
        var params = filter.rule().condition().params();
        if (!filter.search().isBlank()) {
            params.put("search", LikePattern.containing(filter.search()));
        }
        return params;
    }

    private static Map<String, Object> candidateParams(Scope scope, CandidateFilter filter) {
        var params = new HashMap<>(scope.parameters());
        params.putAll(foundParams(filter));
        var cohortId = filter.cohortId();
        params.put("cycle", filter.cycleId());
        params.put("cohort", cohortId == null ? -1L : cohortId);
        return params;
    }

    private static void page(Map<String, Object> params, Pageable page) {
        params.put("limit", page.isPaged() ? page.getPageSize() : Integer.MAX_VALUE);
        params.put("offset", page.isPaged() ? page.getOffset() : 0L);
    }

    /** What cannot be sorted by is passed over; the person's name and id come last, so that no row shows twice. */
    private static String order(Sort sort) {
        var chosen = sort.stream()
                .filter(order -> SORTABLE.containsKey(order.getProperty()))
                .map(order ->
                        SORTABLE.get(order.getProperty()) + (order.isAscending() ? " asc" : " desc") + " nulls last, ")
                .collect(Collectors.joining());
        return chosen + "p.sort_name, p.id";
    }
}
