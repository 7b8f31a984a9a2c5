package org.weft.objectives;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.Scope;
import org.weft.base.LikePattern;
import org.weft.people.Level;
import org.weft.programs.BulkChanges;
import org.weft.programs.BulkProgress;

/** Whom one may choose by hand for assigning: active participants of a cycle, within the scope. */
@Service
@PreAuthorize("hasAnyRole('HR', 'MANAGER')")
@Transactional(readOnly = true)
public class AssignablePeople {

    private static final Map<String, String> COLUMNS = Map.of(
            "name",
            "p.sort_name",
            "team",
            "lower(t.name)",
            "level",
            "p.level",
            "cohort",
            "lower(c.name)",
            "objectives",
            "pt.live_count");

    private final JdbcClient jdbc;

    AssignablePeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page, sorted by {@code name} (also the default), {@code team}, {@code level}, {@code cohort} or {@code objectives}. */
    public List<AssignableRow> list(Scope scope, AssignableFilter filter, Pageable page) {
        var order = page.getSort().stream()
                .filter(by -> COLUMNS.containsKey(by.getProperty()))
                .map(by -> COLUMNS.get(by.getProperty()) + (by.isAscending() ? "" : " desc") + " nulls last")
                .collect(Collectors.joining(", "));
        var parameters = parameters(scope, filter);
        parameters.put("limit", page.getPageSize());
        parameters.put("offset", page.getOffset());
        return jdbc.sql("""
                        select p.id, p.display_name, t.name as team_name, p.level, c.name as cohort_name, pt.live_count
                        %s order by %s, p.id limit :limit offset :offset""".formatted(from(scope, filter), order.isEmpty() ? "p.sort_name" : order))
                .params(parameters)
                .query((row, number) -> new AssignableRow(
                        row.getLong("id"),
                        row.getString("display_name"),
                        row.getString("team_name"),
                        Level.valueOf(row.getString("level")),
                        row.getString("cohort_name"),
                        row.getInt("live_count")))
                .list();
    }

    public int count(Scope scope, AssignableFilter filter) {
        return jdbc.sql("select count(*) " + from(scope, filter))
                .params(parameters(scope, filter))
                .query(Integer.class)
                .single();
    }

    /** The people behind participants of one cycle that were marked elsewhere, as far as the scope shows them. */
    public Set<Long> ofParticipants(Scope scope, long cycleId, Collection<Long> participantIds, BulkProgress progress) {
        var people = new HashSet<Long>();
        BulkChanges.inOrder(
                participantIds,
                progress,
                ids -> people.addAll(jdbc.sql("""
                        select pt.person_id from participant pt
                        where pt.cycle_id = :cycle and pt.id in (:ids) and\s""" + scope.condition("pt.person_id"))
                        .param("cycle", cycleId)
                        .param("ids", ids)
                        .params(scope.parameters())
                        .query(Long.class)
                        .list()));
        return people;
    }

    /** The cycle of a participant in scope. */
    public Optional<Long> cycleOf(Scope scope, long participantId) {
        return jdbc.sql("select pt.cycle_id from participant pt where pt.id = :id and "
                        + scope.condition("pt.person_id"))
                .param("id", participantId)
                .params(scope.parameters())
                .query(Long.class)
                .optional();
    }

    /** How many active people of the scope take no part in the cycle. */
    public int outside(Scope scope, long cycleId) {
        return jdbc.sql("""
                        select count(*) from person p where p.active and %s and not exists (
                            select 1 from participant pt where pt.person_id = p.id and pt.cycle_id = :cycle)""".formatted(scope.condition("p.id")))
                .params(scope.parameters())
                .param("cycle", cycleId)
                .query(Integer.class)
                .single();
    }

    private static String from(Scope scope, AssignableFilter filter) {
        return """
                from participant pt
                join person p on p.id = pt.person_id
                join cohort c on c.id = pt.cohort_id
                left join team t on t.id = p.team_id
                where pt.cycle_id = :cycle and p.active and %s%s%s""".formatted(
                        scope.condition("p.id"),
                        filter.level() == null ? "" : " and p.level = :level",
                        filter.text().isBlank()
                                ? ""
                                : " and (lower(p.display_name) like :text escape '\\' or lower(t.name) like :text escape '\\'"
                                        + " or lower(c.name) like :text escape '\\')");
    }

    private static Map<String, Object> parameters(Scope scope, AssignableFilter filter) {
        var parameters = new HashMap<>(scope.parameters());
        parameters.put("cycle", filter.cycleId());
        if (filter.level() != null) {
            parameters.put("level", filter.level().name());
        }
        if (!filter.text().isBlank()) {
            parameters.put("text", LikePattern.containing(filter.text()));
        }
        return parameters;
    }
}
