package org.weft.objectives;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.base.LikePattern;
import org.weft.people.Level;

/** Reads lists of templates: one statement a page. */
@Component
class LibraryReader {

    private static final Map<String, String> COLUMNS = Map.of(
            "code", "t.code",
            "title", "lower(t.title)",
            "type", "t.type",
            "planKind", "t.plan_kind",
            "target", "t.target",
            "dueDays", "t.due_days");

    private final JdbcClient jdbc;

    LibraryReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TemplateRow> list(LibraryFilter filter, Pageable page) {
        var params = parameters(filter);
        var limit = "";
        if (page.isPaged()) {
            limit = " limit :limit offset :offset";
            params.put("limit", page.getPageSize());
            params.put("offset", page.getOffset());
        }
        return jdbc.sql("""
                        select t.id, t.code, t.title, t.type, t.plan_kind, t.target, t.unit, t.measure, t.due_days,
                               t.evidence, t.retired,
                               (select string_agg(l.level, ',') from objective_template_level l where l.template_id = t.id)
                                   as levels
                        from objective_template t where\s""" + condition(filter) + " order by " + order(page) + limit)
                .params(params)
                .query((row, number) -> new TemplateRow(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("title"),
                        ObjectiveType.valueOf(row.getString("type")),
                        PlanKind.valueOf(row.getString("plan_kind")),
                        levels(row.getString("levels")),
                        row.getInt("target"),
                        row.getString("unit"),
                        Measure.valueOf(row.getString("measure")),
                        row.getObject("due_days", Integer.class),
                        row.getString("evidence"),
                        row.getBoolean("retired")))
                .list();
    }

    int count(LibraryFilter filter) {
        return jdbc.sql("select count(*) from objective_template t where " + condition(filter))
                .params(parameters(filter))
                .query(Integer.class)
                .single();
    }

    private static String condition(LibraryFilter filter) {
        var condition = new StringBuilder("t.retired = :retired");
        if (filter.level() != null) {
            condition.append(" and exists (select 1 from objective_template_level l"
                    + " where l.template_id = t.id and l.level = :level)");
        }
        if (filter.type() != null) {
            condition.append(" and t.type = :type");
        }
        if (!filter.text().isBlank()) {
            condition.append(
                    " and (lower(t.code) like :text escape '\\' or lower(t.title) like :text escape '\\'"
                            + " or lower(t.unit) like :text escape '\\' or lower(coalesce(t.evidence, '')) like :text escape '\\')");
        }
        return condition.toString();
    }

    private static Map<String, Object> parameters(LibraryFilter filter) {
        var params = new HashMap<String, Object>();
        params.put("retired", filter.retired());
        if (filter.level() != null) {
            params.put("level", filter.level().name());
        }
        if (filter.type() != null) {
            params.put("type", filter.type().name());
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
        return (order.isEmpty() ? "t.code" : order) + ", t.id";
    }

    private static Set<Level> levels(@Nullable String names) {
        return names == null || names.isEmpty()
                ? EnumSet.noneOf(Level.class)
                : Arrays.stream(names.split(",", -1))
                        .map(Level::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Level.class)));
    }
}
