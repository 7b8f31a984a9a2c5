package org.weft.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A sort as SQL: the {@code order by}, and the rows that come after or before a given one in it. Descending is the exact
 * reverse of ascending, names included, so that one index serves both; see the indexes {@code participant_by_...}.
 */
final class ProgressOrder {

    /** Where rows without a value stand: "never reminded" before any moment, "nothing due" after any day. */
    private enum Missing {
        NEVER,
        LOW,
        HIGH
    }

    private final List<String> keys = new ArrayList<>();
    private final ProgressColumn column;
    private final Missing missing;
    private final boolean ascending;

    ProgressOrder(ProgressSort sort) {
        column = sort.column();
        keys.addAll(columns(column));
        if (column != ProgressColumn.NAME) {
            keys.add("pt.sort_name");
        }
        keys.add("pt.id");
        missing = missing(column);
        ascending = sort.ascending();
    }

    private static List<String> columns(ProgressColumn column) {
        return switch (column) {
            case NAME -> List.of("pt.sort_name");
            case TEAM -> List.of("pt.team_name");
            case LEVEL -> List.of("pt.level_rank");
            case COHORT -> List.of("pt.cohort_name");
            case PROGRESS -> List.of("pt.progress");
            case DONE -> List.of("pt.completed_count", "pt.live_count");
            case CONVERSATIONS -> List.of("pt.conversation_count");
            case EXTERNAL -> List.of("pt.external_count");
            case NEXT_DUE -> List.of("pt.next_due_on");
            case HEALTH -> List.of("pt.health_rank");
            case LAST_ACTIVITY -> List.of("pt.last_activity_at");
            case LAST_REMINDER -> List.of("pt.last_reminded_at");
        };
    }

    private static Missing missing(ProgressColumn column) {
        return switch (column) {
            case TEAM, NEXT_DUE -> Missing.HIGH;
            case LAST_ACTIVITY, LAST_REMINDER -> Missing.LOW;
            default -> Missing.NEVER;
        };
    }

    /** The place of a level, from the front line up. */
    static String level(String column) {
        return "case " + column + " when 'FRONT_LINE' then 1 when 'TEAM_LEAD' then 2 when 'MANAGER' then 3 else 4 end";
    }

    /**
     * An {@code order by}.
     *
     * @param column what is sorted by
     * @param alongIndex the same one, begun by the cycle, which is one for all: H2 needs to be told to walk along an index
     */
    record By(ProgressColumn column, String order, String alongIndex) {}

    By by() {
        return by(ascending);
    }

    /** The same order from the other end. */
    By reversed() {
        return by(!ascending);
    }

    private By by(boolean up) {
        var direction = up ? " asc" : " desc";
        // Both databases hold a missing value for the highest; where it is the lowest the order says so, as the index
        // does.
        var nulls = missing == Missing.LOW ? (up ? " nulls first" : " nulls last") : "";
        var order = IntStream.range(0, keys.size())
                .mapToObj(i -> keys.get(i) + direction + (i == 0 ? nulls : ""))
                .collect(Collectors.joining(", "));
        return new By(column, order, "pt.cycle_id" + direction + ", " + order);
    }

    /** The select list that reads a row's place in the order, for {@link #beyond}. */
    String place() {
        return String.join(", ", keys);
    }

    int length() {
        return keys.size();
    }

    /**
     * The conditions for rows that come after the given place, or before it. Each reads one stretch of the index; what
     * the first finds comes before what the second finds.
     *
     * @param place what {@link #place} selected of the row
     */
    List<String> beyond(List<@Nullable Object> place, boolean after, Map<String, Object> parameters) {
        return stretches(place, after, "", parameters);
    }

    /** As {@link #beyond} after the place, with the row that stands there. */
    List<String> from(List<@Nullable Object> place, Map<String, Object> parameters) {
        return stretches(place, true, "=", parameters);
    }

    private List<String> stretches(
            List<@Nullable Object> place, boolean after, String orEqual, Map<String, Object> parameters) {
        var up = ascending == after;
        var first = keys.getFirst();
        var value = place.getFirst();
        if (value == null) {
            var among = first + " is null and " + further(1, place, up, orEqual, parameters);
            var others = up == (missing == Missing.LOW);
            return others ? List.of(among, first + " is not null") : List.of(among);
        }
        var further = further(0, place, up, orEqual, parameters);
        var nullsFollow = missing != Missing.NEVER && up == (missing == Missing.HIGH);
        return nullsFollow ? List.of(further, first + " is null") : List.of(further);
    }

    private String further(
            int from, List<@Nullable Object> place, boolean up, String orEqual, Map<String, Object> parameters) {
        for (var i = from; i < keys.size(); i++) {
            parameters.put("place" + i, place.get(i));
        }
        return "(" + String.join(", ", keys.subList(from, keys.size())) + ")" + (up ? " >" : " <") + orEqual + " "
                + IntStream.range(from, keys.size())
                        .mapToObj(i -> ":place" + i)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
