package org.weft.reminders.policy;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/** Reads the days of an .ics file (RFC 5545): whole days and what lasts several of them, repeated ones too. */
final class HolidayFile {

    private static final int MOST_DAYS = 5_000;

    private HolidayFile() {}

    record Day(LocalDate date, String name) {}

    /**
     * The days of the file between two dates, each once, in order. What begins at an hour is no holiday and is left out.
     *
     * @throws InvalidInputException at {@code file} when it is no calendar
     */
    static List<Day> read(InputStream file, LocalDate first, LocalDate last) {
        var days = new TreeMap<LocalDate, String>();
        try {
            for (var component : new CalendarBuilder().build(file).getComponents(Component.VEVENT)) {
                read((VEvent) component, first, last, days);
                if (days.size() > MOST_DAYS) {
                    throw new InvalidInputException("file", Text.of("reminders.holiday.error.many", MOST_DAYS));
                }
            }
        } catch (IOException | ParserException | IllegalArgumentException | DateTimeException e) {
            throw new InvalidInputException("file", Text.of("reminders.holiday.error.file"));
        }
        var list = new ArrayList<Day>();
        days.forEach((date, name) -> list.add(new Day(date, name)));
        return list;
    }

    private static void read(VEvent event, LocalDate first, LocalDate last, TreeMap<LocalDate, String> days) {
        var start = event.<DtStart<Temporal>>getProperty(Property.DTSTART)
                .map(DtStart::getDate)
                .orElse(null);
        if (!(start instanceof LocalDate from)) {
            return;
        }
        var name = event.getSummary() == null
                ? ""
                : String.valueOf(event.getSummary().getValue());
        var period = new Period<LocalDate>(first.minusDays(366), last.plusDays(1));
        for (var occurrence : event.<LocalDate>calculateRecurrenceSet(period)) {
            var begin = occurrence.getStart();
            // The end of a whole day is the day after.
            var length = Math.max(1, ChronoUnit.DAYS.between(begin, occurrence.getEnd()));
            begin.datesUntil(begin.plusDays(Math.min(length, 366)))
                    .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                    .forEach(day -> days.putIfAbsent(day, name));
        }
    }
}
