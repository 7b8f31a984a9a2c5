package org.weft.reports.subscriptions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.reports.subscriptions.Schedule.Period;

/** When the cycles are that subscriptions are about. An archived program has none. */
@Component
class Periods {

    private static final String READ = """
            select cy.id, cy.program_id, cy.starts_on, cy.ends_on
            from cycle cy join program p on p.id = cy.program_id
            where p.status <> 'ARCHIVED' and\s""";

    private final JdbcClient jdbc;

    Periods(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Read at one moment. */
    static final class Known {

        private final Map<Long, List<Period>> byProgram = new HashMap<>();
        private final Map<Long, Period> byCycle = new HashMap<>();

        Schedule schedule(SubscribedReport report, Timing timing) {
            if (report.cycleId() != null) {
                var cycle = byCycle.get(report.cycleId());
                return cycle == null ? Schedule.NEVER : new Schedule(timing, List.of(cycle), true);
            }
            var periods = byProgram.get(report.programId());
            return periods == null ? Schedule.NEVER : new Schedule(timing, periods, false);
        }

        /** Whether any of them contains a day. */
        boolean runs(LocalDate day) {
            return byCycle.values().stream()
                    .anyMatch(period -> !day.isBefore(period.startsOn()) && !day.isAfter(period.endsOn()));
        }

        /** The one that ended last before a day. */
        Optional<Period> lastEnded(LocalDate day) {
            return byCycle.values().stream()
                    .filter(period -> period.endsOn().isBefore(day))
                    .max(Comparator.comparing(Period::endsOn));
        }

        private void add(long programId, Period period) {
            byProgram.computeIfAbsent(programId, any -> new ArrayList<>()).add(period);
            byCycle.put(period.cycleId(), period);
        }
    }

    /** Of all subscriptions there are, by one statement. */
    Known ofSubscriptions() {
        return known(jdbc.sql(READ + """
                (cy.id in (select s.cycle_id from report_subscription s)
                    or cy.program_id in (select s.program_id from report_subscription s))"""));
    }

    /** Of one that may not be there yet. */
    Known of(SubscribedReport report) {
        return known(
                report.cycleId() == null
                        ? jdbc.sql(READ + "cy.program_id = :id").param("id", report.programId())
                        : jdbc.sql(READ + "cy.id = :id").param("id", report.cycleId()));
    }

    private static Known known(JdbcClient.StatementSpec statement) {
        var known = new Known();
        statement.query(row -> {
            known.add(
                    row.getLong("program_id"),
                    new Period(
                            row.getLong("id"),
                            row.getObject("starts_on", LocalDate.class),
                            row.getObject("ends_on", LocalDate.class)));
        });
        return known;
    }
}
