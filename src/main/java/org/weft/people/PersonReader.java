package org.weft.people;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.base.LikePattern;

/** Reads people: one statement a page. */
@Component
class PersonReader {

    private static final Map<String, String> COLUMNS = Map.of(
            "name", "lower(p.sort_name)",
            "number", "p.employee_number",
            "email", "lower(p.email)",
            "jobTitle", "lower(p.job_title)",
            "level", "case p.level when 'EXECUTIVE' then 3 when 'MANAGER' then 2 when 'TEAM_LEAD' then 1 else 0 end",
            "team", "lower(t.name)",
            "manager", "lower(m.sort_name)",
            "location", "lower(p.location)",
            "joined", "p.joined_on");

    private static final RowMapper<PersonOption> OPTION = (row, n) -> {
        var title = row.getString("job_title");
        var team = row.getString("team_name");
        var line = title == null ? row.getString("employee_number") : title;
        return new PersonOption(
                row.getLong("id"), row.getString("display_name"), team == null ? line : line + " · " + team);
    };

    private final JdbcClient jdbc;

    PersonReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PersonRow> list(Scope scope, PersonFilter filter, Pageable page) {
        return jdbc.sql("""
                        select p.id, p.employee_number, p.display_name, p.email, p.job_title, p.level, t.name as team_name,
                            m.display_name as manager_name, p.location, p.active, p.joined_on, p.left_on
                        from person p left join team t on t.id = p.team_id left join person m on m.id = p.manager_id
                        where %s order by %s limit :limit offset :offset""".formatted(condition(scope, filter), order(page)))
                .params(params(scope, filter))
                .param("limit", page.isPaged() ? page.getPageSize() : Integer.MAX_VALUE)
                .param("offset", page.isPaged() ? page.getOffset() : 0L)
                .query((row, n) -> new PersonRow(
                        row.getLong("id"),
                        row.getString("employee_number"),
                        row.getString("display_name"),
                        row.getString("email"),
                        row.getString("job_title"),
                        Level.valueOf(row.getString("level")),
                        row.getString("team_name"),
                        row.getString("manager_name"),
                        row.getString("location"),
                        row.getBoolean("active"),
                        row.getObject("joined_on", LocalDate.class),
                        row.getObject("left_on", LocalDate.class)))
                .list();
    }

    int count(Scope scope, PersonFilter filter) {
        return jdbc.sql("select count(*) from person p where " + condition(scope, filter))
                .params(params(scope, filter))
                .query(Integer.class)
                .single();
    }

    /** Names that begin with the text come before those that hold it elsewhere. */
    List<PersonOption> options(Scope scope, PersonFilter filter, int offset, int limit) {
        var order = filter.text().isBlank()
                ? ""
                : "case when lower(p.display_name) like :start escape '\\' or lower(p.sort_name) like :start escape '\\'"
                        + " or lower(p.employee_number) like :start escape '\\' then 0 else 1 end, ";
        return jdbc.sql("""
                        select p.id, p.display_name, p.employee_number, p.job_title, t.name as team_name
                        from person p left join team t on t.id = p.team_id
                        where %s order by %s lower(p.sort_name), p.id limit :limit offset :offset""".formatted(condition(scope, filter), order))
                .params(params(scope, filter))
                .param("start", LikePattern.startingWith(filter.text()))
                .param("limit", limit)
                .param("offset", offset)
                .query(OPTION)
                .list();
    }

    Optional<PersonOption> option(Scope scope, long id) {
        return jdbc.sql("""
                        select p.id, p.display_name, p.employee_number, p.job_title, t.name as team_name
                        from person p left join team t on t.id = p.team_id
                        where p.id = :id and %s""".formatted(scope.condition("p.id")))
                .params(scope.parameters())
                .param("id", id)
                .query(OPTION)
                .optional();
    }

    private static String condition(Scope scope, PersonFilter filter) {
        var condition = new StringBuilder(scope.condition("p.id"));
        switch (filter.state()) {
            case ACTIVE -> condition.append(" and p.active");
            case LEFT -> condition.append(" and not p.active");
            case ALL -> {}
        }
        if (filter.teamId() != null) {
            condition.append(" and p.team_id in (select c.team_id from team_closure c where c.ancestor_id = :team)");
        }
        if (filter.level() != null) {
            condition.append(" and p.level = :level");
        }
        if (filter.withoutEmail()) {
            condition
                    .append(" and (p.email is null or ")
                    .append(AddressService.UNREACHABLE)
                    .append(")");
        }
        if (!filter.text().isBlank()) {
            condition.append(
                    " and (lower(p.display_name) like :text escape '\\' or lower(p.sort_name) like :text escape '\\'"
                            + " or lower(p.employee_number) like :text escape '\\' or lower(p.email) like :text escape '\\')");
        }
        return condition.toString();
    }

    private static Map<String, Object> params(Scope scope, PersonFilter filter) {
        var params = new HashMap<>(scope.parameters());
        if (filter.teamId() != null) {
            params.put("team", filter.teamId());
        }
        if (filter.level() != null) {
            params.put("level", filter.level().name());
        }
        if (!filter.text().isBlank()) {
            params.put("text", LikePattern.containing(filter.text()));
        }
        return params;
    }

    private static String order(Pageable page) {
        var order = page.getSort().stream()
                .filter(by -> COLUMNS.containsKey(by.getProperty()))
                .map(by -> COLUMNS.get(by.getProperty()) + (by.isAscending() ? "" : " desc") + " nulls last")
                .collect(Collectors.joining(", "));
        return (order.isEmpty() ? "lower(p.sort_name)" : order) + ", p.id";
    }
}
