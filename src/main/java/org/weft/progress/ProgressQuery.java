package org.weft.progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.weft.access.Scope;

/**
 * Turns a scope and a filter into SQL, for everything that reads participants: the list, the counts, the matrix, the
 * neighbours of a person and the file. That is why they cannot differ.
 *
 * <p>The figures come from the columns kept on {@code participant}; nothing here looks at assignments or conversations.
 */
final class ProgressQuery {

    private static final String FROM = """
             from participant pt
             join person p on p.id = pt.person_id
             join cohort c on c.id = pt.cohort_id
             left join team t on t.id = p.team_id
            """;

    private final Map<String, Object> parameters = new HashMap<>();
    private final List<String> conditions = new ArrayList<>();
    private final String inScope;
    private final ProgressFilter filter;
    private final LocalDays days;

    ProgressQuery(Scope scope, ProgressFilter filter, LocalDays days) {
        this.filter = filter;
        this.days = days;
        parameters.put("cycle", filter.cycleId());
        parameters.putAll(scope.parameters());
        inScope = "pt.cycle_id = :cycle and " + scope.condition("pt.person_id");
        conditions.add(inScope);
        if (filter.cohortId() != null) {
            and("pt.cohort_id = :cohort", "cohort", filter.cohortId());
        }
        if (filter.teamId() != null) {
            and(
                    "p.team_id in (select tc.team_id from team_closure tc where tc.ancestor_id = :team)",
                    "team",
                    filter.teamId());
        }
        if (filter.level() != null) {
            and("p.level = :level", "level", filter.level().name());
        }
        if (!filter.name().isEmpty()) {
            var n = 0;
            for (var word : filter.name().split("\\s+")) {
                var parameter = "name" + n++;
                and("lower(p.display_name) like :" + parameter + " escape '\\'", parameter, contains(word));
            }
        }
    }

    private void and(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
    }

    private static String contains(String word) {
        return "%"
                + word.toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
    }

    /** Leaves only the marked ones of those that match. */
    ProgressQuery marked(ProgressSelection selection) {
        if (!selection.participantIds().isEmpty()) {
            var in = selection.allBut() ? "pt.id not in (:marked)" : "pt.id in (:marked)";
            and(in, "marked", selection.participantIds());
        } else if (!selection.allBut()) {
            conditions.add("1 = 0");
        }
        return this;
    }

    /** Leaves only what comes after, or before, a place in an order. */
    ProgressQuery beyond(ProgressOrder order, List<Object> place, boolean after) {
        conditions.add(order.beyond(place, after, parameters));
        return this;
    }

    ProgressQuery participant(long id) {
        and("pt.id = :participant", "participant", id);
        return this;
    }

    ProgressQuery person(long id) {
        and("pt.person_id = :person", "person", id);
        return this;
    }

    StatementSpec select(JdbcClient jdbc, String columns, String orderBy) {
        return bind(jdbc.sql("select " + columns + fromWhere() + " order by " + orderBy));
    }

    StatementSpec page(JdbcClient jdbc, String columns, String orderBy, int offset, int limit) {
        return bind(jdbc.sql("select " + columns + fromWhere() + " order by " + orderBy
                        + " offset :offset rows fetch next :limit rows only"))
                .param("offset", offset)
                .param("limit", limit);
    }

    StatementSpec count(JdbcClient jdbc) {
        return bind(jdbc.sql("select count(*)" + fromWhere()));
    }

    /** The counts of {@link ProgressCounts} but {@code matching}, in one statement. */
    StatementSpec counts(JdbcClient jdbc) {
        var columns = new StringBuilder(
                "select (select count(*) from participant pt where " + inScope + ") as total, count(*) as any_state");
        for (var state : ProgressState.values()) {
            columns.append(", count(*) filter (where ")
                    .append(condition(state))
                    .append(") as ")
                    .append(state.name().toLowerCase(Locale.ROOT));
        }
        return bind(jdbc.sql(columns + " from participant pt join person p on p.id = pt.person_id where "
                + String.join(" and ", conditions)));
    }

    /** Those objectives that anybody who matches holds, those of the front line first. */
    StatementSpec objectives(JdbcClient jdbc) {
        return bind(jdbc.sql("""
                select ot.id, ot.code, ot.title, ot.type from objective_template ot
                where exists (select 1 %s and a.template_id = ot.id and a.cycle_id = :cycle)
                order by (select min(%s) from objective_template_level tl where tl.template_id = ot.id) nulls last,
                    ot.code, ot.id""".formatted(
                        fromWhere(" join assignment a on a.participant_id = pt.id"), ProgressOrder.level("tl.level"))));
    }

    private String fromWhere() {
        return fromWhere("");
    }

    private String fromWhere(String join) {
        var where = String.join(" and ", conditions);
        return FROM + join + " where " + (filter.state() == null ? where : where + " and " + condition(filter.state()));
    }

    private StatementSpec bind(StatementSpec statement) {
        return statement.params(parameters);
    }

    private String condition(ProgressState state) {
        return switch (state) {
            case OVERDUE -> days.overdue(parameters);
            case AT_RISK -> "pt.health in ('AT_RISK', 'OFF_TRACK')";
            case NOT_STARTED -> "(pt.live_count > 0 and pt.not_started_count = pt.live_count)";
            case DONE -> "(pt.live_count > 0 and pt.completed_count = pt.live_count)";
        };
    }
}
