package org.weft.shell.demo;

import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Gathers rows of one table and writes them in one batch. */
final class DemoRows {

    private final JdbcTemplate jdbc;
    private final String insert;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    DemoRows(JdbcTemplate jdbc, String table, String... columns) {
        this.jdbc = jdbc;
        this.insert = "insert into " + table + " (" + String.join(", ", columns) + ") values (?"
                + ", ?".repeat(columns.length - 1) + ")";
    }

    void add(@Nullable Object... values) {
        rows.add(values);
    }

    int write() {
        jdbc.batchUpdate(insert, rows, 500, (statement, values) -> {
            for (var i = 0; i < values.length; i++) {
                switch (values[i]) {
                    case null -> statement.setNull(i + 1, Types.NULL);
                    case Instant instant -> statement.setTimestamp(i + 1, Timestamp.from(instant));
                    case LocalDate date -> statement.setDate(i + 1, Date.valueOf(date));
                    case Object value -> statement.setObject(i + 1, value);
                }
            }
        });
        return rows.size();
    }

    static Ids ids(JdbcTemplate jdbc, String sequence) {
        return new Ids(jdbc, sequence);
    }

    /** Hands out ids as Hibernate's pooled-lo optimiser does: fifty for each call of the sequence. */
    static final class Ids {
        private static final int BLOCK = 50;

        private final JdbcTemplate jdbc;
        private final String sequence;
        private long next;
        private int left;

        private Ids(JdbcTemplate jdbc, String sequence) {
            this.jdbc = jdbc;
            this.sequence = sequence;
        }

        long next() {
            if (left == 0) {
                var first = jdbc.queryForObject("select nextval('" + sequence + "')", Long.class);
                next = first == null ? 1 : first;
                left = BLOCK;
            }
            left--;
            return next++;
        }
    }
}
