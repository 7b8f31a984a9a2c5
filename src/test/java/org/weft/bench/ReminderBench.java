package org.weft.bench;

import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.reminders.policy.ForecastService;
import org.weft.reminders.policy.PolicyRow;
import org.weft.reminders.policy.PolicyService;
import org.weft.reminders.policy.ReminderPlanner;
import org.weft.testing.TestClock;

/** The whole starter set on the Monday it has most to say: writing the day down, and telling it ahead. */
class ReminderBench {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    /** The day has begun in every zone people are in, and ended in none. */
    private static final Instant EVERYWHERE_MONDAY = Instant.parse("2026-11-16T09:00:00Z");

    private static final int REQUIRED_SIZE = 100_000;
    private static final double PLAN_SECONDS = 10;
    private static final double FORECAST_SECONDS = 2;

    @Test
    void onPostgres() throws Exception {
        measure(BenchPortal.large());
    }

    @Test
    void onH2() throws Exception {
        measure(BenchPortal.embedded());
    }

    private static void measure(BenchPortal portal) throws Exception {
        portal.signIn(Role.HR);
        var clock = portal.bean(TestClock.class);
        var before = clock.instant();
        var size = Math.max(1.0, portal.data().participants() / (double) REQUIRED_SIZE);
        try {
            clock.set(EVERYWHERE_MONDAY);
            forget(portal);
            portal.jdbc()
                    .sql("update reminder_policy set active_since = ? where starter is not null")
                    .param(Timestamp.from(
                            MONDAY.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
                    .update();
            var planned = new int[1];
            var planning = Timing.millis(1, 3, () -> {
                forget(portal);
                planned[0] = portal.bean(ReminderPlanner.class).plan();
            });
            Lines.fact(portal + ": reminders of a Monday, starter set, with those held back", planned[0], "");
            Lines.bound(portal + ": planning that day", Timing.median(planning) / 1000, "s", PLAN_SECONDS * size);
            forecasts(portal, size);
        } finally {
            forget(portal);
            portal.jdbc().sql("update reminder_policy set active_since = null").update();
            clock.set(before);
        }
    }

    /**
     * With nothing planned yet: days of the week after, each policy by itself, the whole set being on. On a Friday four
     * days come before, of which each may have taken from somebody's budget.
     */
    private static void forecasts(BenchPortal portal, double size) throws Exception {
        forecasts(portal, size, MONDAY.plusWeeks(1));
        forecasts(portal, size, MONDAY.plusWeeks(1).with(DayOfWeek.FRIDAY));
    }

    private static void forecasts(BenchPortal portal, double size, LocalDate day) throws Exception {
        for (var policy : portal.bean(PolicyService.class).list()) {
            var service = portal.bean(ForecastService.class);
            var everybody = new Scope.Everybody();
            var rows = new int[1];
            var times = Timing.millis(1, 5, () -> {
                var forecast = service.forecast(everybody, policy.id(), day);
                rows[0] = forecast.goingOut() + forecast.leftOut();
                service.page(everybody, forecast, true, forecast.goingOut() / 2, 50);
            });
            Lines.bound(
                    "%s: forecast of %s for a %s, %,d rows, with a page of them"
                            .formatted(
                                    portal,
                                    name(policy),
                                    day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                                    rows[0]),
                    Timing.median(times) / 1000,
                    "s",
                    FORECAST_SECONDS * size);
        }
    }

    private static String name(PolicyRow policy) {
        return policy.terms().kind() + " (" + policy.starter() + ")";
    }

    private static void forget(BenchPortal portal) {
        portal.jdbc().sql("delete from reminder").update();
        portal.jdbc().sql("delete from reminder_planned").update();
    }
}
