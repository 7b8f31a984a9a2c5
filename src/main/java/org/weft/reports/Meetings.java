package org.weft.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has talked with whom outside the own team. The more people there are, the coarser it is told.
 *
 * @param rows all people, teams or departments, also those that met nobody
 * @param columns whom they met, the most met first; the last may be all others together
 */
public record Meetings(Grain grain, List<Row> rows, List<Column> columns) {

    public Meetings {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /** What a row and a column is. */
    public enum Grain {
        /** People with teams. */
        PEOPLE,
        /** Teams with departments. */
        TEAMS,
        /** Departments with other departments. */
        DEPARTMENTS
    }

    /**
     * @param id of the person, team or department
     * @param talks conversations by column
     */
    public record Row(long id, String name, List<Long> talks) {

        public Row {
            talks = List.copyOf(talks);
        }

        public boolean metNobody() {
            return talks.stream().allMatch(count -> count == 0);
        }
    }

    /** @param name null for all others together */
    public record Column(@Nullable String name) {}

    public long metNobody() {
        return rows.stream().filter(Row::metNobody).count();
    }
}
