package org.weft.reminders.policy;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.Text;

/** Days on which no reminders go out, by location. A day counts from when it is entered; what is on its way by then waits. */
@Service
@PreAuthorize("hasRole('HR')")
@Transactional
public class HolidayService {

    private static final String THING = "holiday";

    /** What a calendar file says about this year and so many more is taken. */
    public static final int YEARS_AHEAD = 5;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    HolidayService(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of a year, by date. */
    @Transactional(readOnly = true)
    public List<HolidayRow> list(int year) {
        return jdbc.sql("""
                        select id, location, on_day, name from holiday
                        where on_day between :first and :last order by on_day, location, id""")
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year, 12, 31))
                .query(HolidayService::row)
                .list();
    }

    /** Where people are, by name: what holidays may be entered for. */
    @Transactional(readOnly = true)
    public List<String> locations() {
        return jdbc.sql("""
                        select distinct location from person
                        where location is not null and location <> '' and active order by location""").query(String.class).list();
    }

    private static HolidayRow row(ResultSet row, int number) throws SQLException {
        return new HolidayRow(
                row.getLong("id"),
                row.getString("location"),
                row.getObject("on_day", LocalDate.class),
                row.getString("name"));
    }

    /** @throws InvalidInputException at {@code name} or {@code location}, or at {@code day} if it is one there already */
    public void add(HolidayDraft draft) {
        var checked = checked(draft);
        if (!insert(checked)) {
            throw new InvalidInputException("day", Text.of("reminders.holiday.error.known", checked.day()));
        }
        audit.record(AuditEvent.of("HOLIDAY_ADDED", THING, null, label(checked)));
    }

    /** @throws NotFoundException if there is none */
    public void remove(long id) {
        var holiday = jdbc.sql("select id, location, on_day, name from holiday where id = :id")
                .param("id", id)
                .query(HolidayService::row)
                .optional()
                .orElseThrow(() -> new NotFoundException(THING, id));
        jdbc.sql("delete from holiday where id = :id").param("id", id).update();
        audit.record(AuditEvent.of(
                "HOLIDAY_REMOVED",
                THING,
                id,
                label(new HolidayDraft(holiday.location(), holiday.day(), holiday.name()))));
    }

    /**
     * Takes the whole days of an .ics file, from this year on for {@value #YEARS_AHEAD} more. Days known at the location
     * stay as they are.
     *
     * @param location null for everywhere
     * @return how many are new
     * @throws InvalidInputException at {@code file} when it is no calendar or no day of it is in these years
     */
    public int importCalendar(@Nullable String location, InputStream file) {
        var year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
        var days = HolidayFile.read(file, LocalDate.of(year, 1, 1), LocalDate.of(year + YEARS_AHEAD, 12, 31));
        if (days.isEmpty()) {
            throw new InvalidInputException("file", Text.of("reminders.holiday.error.none", String.valueOf(year)));
        }
        var added = 0;
        for (var day : days) {
            var name = day.name().isBlank() ? "–" : day.name();
            var cut = name.substring(0, Math.min(name.length(), HolidayDraft.NAME_LENGTH));
            added += insert(checked(new HolidayDraft(location, day.date(), cut))) ? 1 : 0;
        }
        audit.record(AuditEvent.of("HOLIDAYS_IMPORTED", THING, null, location).detail(added + " days"));
        return added;
    }

    private boolean insert(HolidayDraft draft) {
        return jdbc.sql(
                                "insert into holiday (location, on_day, name) values (:location, :day, :name) on conflict do nothing")
                        .param("location", draft.location())
                        .param("day", draft.day())
                        .param("name", draft.name())
                        .update()
                == 1;
    }

    private static HolidayDraft checked(HolidayDraft draft) {
        var name = line(draft.name());
        if (name.isEmpty() || name.length() > HolidayDraft.NAME_LENGTH) {
            throw new InvalidInputException("name", Text.of("reminders.holiday.error.name", HolidayDraft.NAME_LENGTH));
        }
        var location = draft.location() == null ? "" : line(draft.location());
        if (location.length() > HolidayDraft.LOCATION_LENGTH) {
            throw new InvalidInputException(
                    "location", Text.of("reminders.holiday.error.location", HolidayDraft.LOCATION_LENGTH));
        }
        return new HolidayDraft(location.isEmpty() ? null : location, draft.day(), name);
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private static String label(HolidayDraft draft) {
        return draft.day() + " " + draft.name() + (draft.location() == null ? "" : ", " + draft.location());
    }
}
