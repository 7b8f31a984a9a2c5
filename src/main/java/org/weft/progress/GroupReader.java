package org.weft.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;

/** Groups of participants and their subtotals, a page in one statement. */
@Component
class GroupReader {

    private final JdbcClient jdbc;
    private final ProgressQueries queries;

    GroupReader(JdbcClient jdbc, ProgressQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    long count(Scope scope, ProgressFilter filter, ProgressGrouping by) {
        return queries.of(scope, filter)
                .statement(
                        jdbc,
                        "select count(*) from (select " + column(by) + " from {participants} group by " + column(by)
                                + ") one",
                        Map.of())
                .query(Long.class)
                .single();
    }

    List<ProgressGroup> page(Scope scope, ProgressFilter filter, ProgressGrouping by, int offset, int limit) {
        var slice = " offset " + offset + " rows fetch next " + limit + " rows only";
        return read(queries.of(scope, filter), by, slice);
    }

    /** These groups, all of one kind. */
    List<ProgressGroup> of(Scope scope, ProgressFilter filter, Collection<GroupKey> keys) {
        var either = keys.stream().map(GroupReader::condition).collect(Collectors.joining(" or ", "(", ")"));
        var query = queries.of(scope, filter).and(either, Map.of());
        return read(query, keys.iterator().next().by(), "");
    }

    private List<ProgressGroup> read(ProgressQuery query, ProgressGrouping by, String slice) {
        var figures = """
                count(*) as people, coalesce(avg(case when pt.live_count > 0 then pt.progress end), 0) as progress,
                sum(pt.completed_count) as completed, sum(pt.live_count) as live,
                sum(pt.conversation_count) as conversations, sum(pt.external_count) as outside,
                count(*) filter (where %s) as overdue, count(*) filter (where %s) as at_risk
                """.formatted(state(query, ProgressState.OVERDUE), state(query, ProgressState.AT_RISK));
        var sql = switch (by) {
            // In the order of participant_by_team: a page needs the people of its groups alone.
            case TEAM ->
                "select pt.team_id as id, pt.team_name as name, " + figures
                        + " from {participants} group by pt.team_id, pt.team_name order by pt.team_name, pt.team_id";
            case LEAD ->
                "select own.*, p.display_name as name from (select pt.lead_id as id, " + figures
                        + " from {participants} group by pt.lead_id) own left join person p on p.id = own.id"
                        + " order by p.sort_name, own.id";
            case LEVEL ->
                "select pt.level_rank as id, null as name, " + figures
                        + " from {participants} group by pt.level_rank order by pt.level_rank";
        };
        return query.statement(jdbc, sql + slice, Map.of())
                .query((rs, n) -> read(rs, by))
                .list();
    }

    private static String state(ProgressQuery query, ProgressState state) {
        return query.condition(ProgressFacet.STATE, ProgressFacet.word(state));
    }

    private static ProgressGroup read(ResultSet rs, ProgressGrouping by) throws SQLException {
        var id = rs.getLong("id");
        return new ProgressGroup(
                new GroupKey(by, rs.wasNull() ? null : id),
                rs.getString("name"),
                rs.getLong("people"),
                rs.getDouble("progress"),
                rs.getLong("completed"),
                rs.getLong("live"),
                rs.getLong("conversations"),
                rs.getLong("outside"),
                rs.getLong("overdue"),
                rs.getLong("at_risk"));
    }

    /** The participants of a group. */
    static String condition(GroupKey group) {
        return column(group.by()) + (group.value() == null ? " is null" : " = " + group.value());
    }

    private static String column(ProgressGrouping by) {
        return switch (by) {
            case TEAM -> "pt.team_id";
            case LEAD -> "pt.lead_id";
            case LEVEL -> "pt.level_rank";
        };
    }
}
