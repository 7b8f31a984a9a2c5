package org.weft.reports;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From when to when cycles go. */
@Component
class CycleSpans {

    private final JdbcClient jdbc;

    CycleSpans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Weeks of(long cycleId) {
        return jdbc.sql("select starts_on, ends_on from cycle where id = :cycle")
                .param("cycle", cycleId)
                .query((row, n) -> new Weeks(
                        row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)))
                .single();
    }
}
