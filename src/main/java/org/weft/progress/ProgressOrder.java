package org.weft.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sort as SQL: the {@code order by}, and the rows that come after or before a given one in it. */
final class ProgressOrder {

    private record Key(String sql, boolean ascending) {}

    private final List<Key> keys = new ArrayList<>();

    ProgressOrder(ProgressSort sort) {
        for (var sql : columns(sort.column())) {
            keys.add(new Key(sql, sort.ascending()));
        }
        if (sort.column() != ProgressColumn.NAME) {
            keys.add(new Key("p.sort_name", true));
        }
        keys.add(new Key("pt.id", true));
    }

    private static List<String> columns(ProgressColumn column) {
        return switch (column) {
            case NAME -> List.of("p.sort_name");
            case TEAM -> List.of("t.name");
            case LEVEL ->
                List.of(
                        "case p.level when 'FRONT_LINE' then 1 when 'TEAM_LEAD' then 2 when 'MANAGER' then 3 else 4 end");
            case COHORT -> List.of("c.name");
            case PROGRESS -> List.of("pt.progress");
            case DONE -> List.of("pt.completed_count", "pt.live_count");
            case CONVERSATIONS -> List.of("pt.conversation_count");
            case EXTERNAL -> List.of("pt.external_count");
            case NEXT_DUE -> List.of("pt.next_due_on");
            case HEALTH ->
                List.of(
                        "case pt.health when 'OFF_TRACK' then 1 when 'AT_RISK' then 2 when 'NOT_UPDATED' then 3 else 4 end");
            case LAST_ACTIVITY -> List.of("pt.last_activity_at");
            case LAST_REMINDER -> List.of("pt.last_reminded_at");
        };
    }

    /** The place of a level, from the front line up. */
    static String level(String column) {
        return "case " + column + " when 'FRONT_LINE' then 1 when 'TEAM_LEAD' then 2 when 'MANAGER' then 3 else 4 end";
    }

    String orderBy() {
        return orderBy(true);
    }

    /** The same order from the other end. */
    String reversed() {
        return orderBy(false);
    }

    private String orderBy(boolean forward) {
        return String.join(
                ", ",
                keys.stream()
                        .map(key -> key.sql()
                                + (key.ascending() == forward ? " asc" : " desc")
                                + (forward ? " nulls last" : " nulls first"))
                        .toList());
    }

    /** The select list that reads a row's place in the order, for {@link #beyond}. */
    String place() {
        return String.join(", ", keys.stream().map(Key::sql).toList());
    }

    int length() {
        return keys.size();
    }

    /**
     * The condition for rows that come after the given place, or before it.
     *
     * @param place what {@link #place} selected of the row; nulls stand last
     */
    String beyond(List<@Nullable Object> place, boolean after, Map<String, Object> parameters) {
        var cases = new ArrayList<String>();
        var equal = new StringBuilder();
        for (var i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            var value = place.get(i);
            var further = further(key, value, after, ":place" + i);
            if (further != null) {
                cases.add("(" + equal + further + ")");
            }
            if (value == null) {
                equal.append(key.sql()).append(" is null and ");
            } else {
                parameters.put("place" + i, value);
                equal.append(key.sql()).append(" = :place").append(i).append(" and ");
            }
        }
        return "(" + String.join(" or ", cases) + ")";
    }

    private static @Nullable String further(Key key, @Nullable Object value, boolean after, String parameter) {
        if (value == null) {
            return after ? null : key.sql() + " is not null";
        }
        var compared = key.sql() + (key.ascending() == after ? " > " : " < ") + parameter;
        return after ? "(" + compared + " or " + key.sql() + " is null)" : compared;
    }
}
