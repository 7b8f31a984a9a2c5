package org.weft.reminders.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works out which runs a policy has: by zone, by what is a holiday where, and by what is still to be made up for. */
@Component
class ReminderRuns {

    /** How the zone of those is kept who have none. */
    static final String WITHOUT_ZONE = "";

    private final JdbcClient jdbc;
    private final Holidays holidays;
    private final ReminderRules rules;

    ReminderRuns(JdbcClient jdbc, Holidays holidays, ReminderRules rules) {
        this.jdbc = jdbc;
        this.holidays = holidays;
        this.rules = rules;
    }

    /** The zones people are in, as they are written there, and the one of those without. */
    List<String> zones() {
        var zones = new ArrayList<String>();
        zones.add(WITHOUT_ZONE);
        zones.addAll(jdbc.sql("select distinct time_zone from person where time_zone is not null and time_zone <> ''")
                .query(String.class)
                .list());
        return zones;
    }

    /** What a policy comes to on one local day, everywhere. */
    List<ReminderRun> on(PolicyDraft terms, LocalDate day) {
        var together = new Together();
        var calendars = holidays.between(day, day);
        for (var zone : zones()) {
            together.add(
                    zone,
                    calendars,
                    calendar -> regular(terms, day, rules.zone(zone), calendar).stream()
                            .toList());
        }
        return together.runs();
    }

    private Optional<ReminderRun> regular(PolicyDraft terms, LocalDate day, ZoneId zone, WorkCalendar calendar) {
        var schedule = terms.schedule();
        var runs = schedule.runsOn(day, calendar);
        if (!runs && !(schedule.asksFor(day) && calendar.holidays().contains(day))) {
            return Optional.empty();
        }
        return Optional.of(ReminderRun.of(
                day,
                schedule.lastRunBefore(day, calendar).plusDays(1),
                rules.hours().at(day, schedule.time(), zone),
                runs ? ReminderRun.Mode.REGULAR : ReminderRun.Mode.HOLIDAY,
                zone,
                LocalOffsets.of(zone, day)));
    }

    /** What is due to be planned in some zones: everything since the day each was planned through. */
    List<ReminderRun> due(PolicyRow policy, Map<String, LocalDate> throughByZone, Instant now) {
        var together = new Together();
        var known = new HashMap<LocalDate, Holidays.Calendars>();
        throughByZone.forEach((zone, through) -> {
            var calendars = known.computeIfAbsent(
                    through,
                    // A day later it is nowhere on earth.
                    first -> holidays.between(first, LocalDate.ofInstant(now, ZoneOffset.MAX)));
            var there = rules.zone(zone);
            var today = LocalDate.ofInstant(now, there);
            together.add(zone, calendars, calendar -> due(policy, there, calendar, through, today, now));
        });
        return together.runs();
    }

    /** Days that may be planned already, in some zones, once more: each by itself, and as late as it is by now. */
    List<ReminderRun> again(PolicyRow policy, Map<String, Set<LocalDate>> daysByZone, Instant now) {
        var together = new Together();
        var known = new HashMap<LocalDate, Holidays.Calendars>();
        daysByZone.forEach((zone, days) -> days.forEach(day -> {
            var calendars = known.computeIfAbsent(
                    day, first -> holidays.between(first, LocalDate.ofInstant(now, ZoneOffset.MAX)));
            together.add(
                    zone, calendars, calendar -> due(policy, rules.zone(zone), calendar, day.minusDays(1), day, now));
        }));
        return together.runs();
    }

    /** The days after one to another, of which that is the day that runs, or one that has passed. */
    private List<ReminderRun> due(
            PolicyRow policy, ZoneId zone, WorkCalendar calendar, LocalDate through, LocalDate last, Instant now) {
        var terms = policy.terms();
        var schedule = terms.schedule();
        var today = LocalDate.ofInstant(now, zone);
        var since = policy.activeSince();
        var days = schedule.runs(through, last, calendar).stream()
                .filter(day -> since != null
                        && !rules.hours().at(day, schedule.time(), zone).isBefore(since))
                .toList();
        var fresh = days.stream()
                .filter(day -> !day.isBefore(today.minusDays(terms.catchUpDays())))
                .toList();
        var runs = new ArrayList<ReminderRun>();
        for (var day : days) {
            if (!fresh.contains(day)) {
                runs.add(run(terms, day, day, ReminderRun.Mode.MISSED, zone, calendar, now));
            }
        }
        if (!fresh.isEmpty()) {
            // What several missed runs would have said is said once, by the last of them.
            runs.add(run(terms, fresh.getFirst(), fresh.getLast(), ReminderRun.Mode.REGULAR, zone, calendar, now));
        }
        if (!schedule.runsOn(last, calendar)) {
            regular(terms, last, zone, calendar).ifPresent(runs::add);
        }
        return runs;
    }

    private ReminderRun run(
            PolicyDraft terms,
            LocalDate first,
            LocalDate day,
            ReminderRun.Mode mode,
            ZoneId zone,
            WorkCalendar calendar,
            Instant now) {
        var schedule = terms.schedule();
        var slot = rules.hours().at(day, schedule.time(), zone);
        return ReminderRun.of(
                day,
                schedule.lastRunBefore(first, calendar).plusDays(1),
                mode == ReminderRun.Mode.REGULAR && slot.isBefore(now)
                        ? rules.hours().next(now, schedule.time(), zone, calendar)
                        : slot,
                mode,
                zone,
                LocalOffsets.of(zone, day));
    }

    /** Runs that differ by the hour only, or by places, are one: each is a statement. */
    private static final class Together {

        private final Map<ReminderRun, Map<ReminderRun.Slot, List<String>>> slots = new LinkedHashMap<>();

        /** @param runs what a zone comes to with some working days */
        void add(String zone, Holidays.Calendars calendars, Function<WorkCalendar, List<ReminderRun>> runs) {
            var usual = runs.apply(calendars.everywhere());
            var otherwise = new LinkedHashMap<List<ReminderRun>, List<String>>();
            var apart = new ArrayList<String>();
            calendars.byLocation().forEach((location, calendar) -> {
                var here = runs.apply(calendar);
                if (!here.equals(usual)) {
                    otherwise.computeIfAbsent(here, any -> new ArrayList<>()).add(location);
                    apart.add(location);
                }
            });
            add(zone, usual, new ReminderRun.Places(apart, true));
            otherwise.forEach((here, locations) -> add(zone, here, new ReminderRun.Places(locations, false)));
        }

        private void add(String zone, List<ReminderRun> runs, ReminderRun.Places places) {
            for (var run : runs) {
                slots.computeIfAbsent(run.at(places, List.of()), any -> new LinkedHashMap<>())
                        .computeIfAbsent(run.slots().getFirst(), any -> new ArrayList<>())
                        .add(zone);
            }
        }

        List<ReminderRun> runs() {
            return slots.entrySet().stream()
                    .map(run -> run.getKey()
                            .at(
                                    run.getKey().places(),
                                    run.getValue().entrySet().stream()
                                            .map(slot -> slot.getKey().in(slot.getValue()))
                                            .toList()))
                    .toList();
        }
    }
}
