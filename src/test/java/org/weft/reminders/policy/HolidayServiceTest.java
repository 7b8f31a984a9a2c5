package org.weft.reminders.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.weft.access.Role;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

@WeftTest
class HolidayServiceTest {

    @Autowired
    HolidayService holidays;

    @Autowired
    Fixture fixture;

    @BeforeEach
    void hr() {
        SignedIn.as(Role.HR);
    }

    private static InputStream calendar(String... events) {
        var text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//A town//Holidays//EN\r\n" + String.join("", events)
                + "END:VCALENDAR\r\n";
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\r\nUID:" + String.join("", lines).hashCode()
                + "@example.com\r\nDTSTAMP:20260101T000000Z\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
    }

    @Test
    void aHolidayIsEnteredOnceAndRemoved() {
        holidays.add(new HolidayDraft(" Munich ", LocalDate.of(2026, 11, 1), "All Saints"));
        holidays.add(new HolidayDraft(null, LocalDate.of(2026, 11, 1), "Everywhere"));
        assertThatThrownBy(() -> holidays.add(new HolidayDraft("Munich", LocalDate.of(2026, 11, 1), "Again")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> holidays.add(new HolidayDraft("Munich", LocalDate.of(2026, 11, 2), " ")))
                .isInstanceOf(InvalidInputException.class);

        var rows = holidays.list(2026);
        assertThat(rows).extracting(HolidayRow::location).containsExactlyInAnyOrder("Munich", null);
        holidays.remove(rows.getFirst().id());
        assertThat(holidays.list(2026)).hasSize(1);
        assertThat(holidays.list(2027)).isEmpty();
        assertThatThrownBy(() -> holidays.remove(-1)).isInstanceOf(NotFoundException.class);
        assertThat(fixture.jdbc()
                        .sql("select action from audit_entry order by id")
                        .query(String.class)
                        .list())
                .containsExactly("HOLIDAY_ADDED", "HOLIDAY_ADDED", "HOLIDAY_REMOVED");
    }

    @Test
    void aCalendarFileBringsWholeDaysSeveralAndRepeatedOnes() {
        var added = holidays.importCalendar(
                "Berlin",
                calendar(
                        event("SUMMARY:Tag der Einheit", "DTSTART;VALUE=DATE:20261003", "DTEND;VALUE=DATE:20261004"),
                        event("SUMMARY:Christmas", "DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261227"),
                        event("SUMMARY:Labour Day", "DTSTART;VALUE=DATE:20200501", "RRULE:FREQ=YEARLY"),
                        event("SUMMARY:A meeting", "DTSTART:20261110T090000Z", "DTEND:20261110T100000Z"),
                        event("SUMMARY:Long ago", "DTSTART;VALUE=DATE:20190101")));

        assertThat(added).isEqualTo(9);
        assertThat(holidays.list(2026))
                .extracting(row -> row.day() + " " + row.name())
                .containsExactly(
                        "2026-05-01 Labour Day",
                        "2026-10-03 Tag der Einheit",
                        "2026-12-25 Christmas",
                        "2026-12-26 Christmas");
        assertThat(holidays.list(2031)).extracting(HolidayRow::day).containsExactly(LocalDate.of(2031, 5, 1));
        assertThat(holidays.importCalendar("Berlin", calendar(event("SUMMARY:Known", "DTSTART;VALUE=DATE:20261225"))))
                .isZero();
    }

    @Test
    void whatIsNoCalendarIsToldAtTheFile() {
        for (var file : new InputStream[] {
            new ByteArrayInputStream("PK not a calendar".getBytes(StandardCharsets.UTF_8)),
            new ByteArrayInputStream(new byte[0]),
            calendar(),
            calendar(event("SUMMARY:Broken", "DTSTART;VALUE=DATE:2026-12-25"))
        }) {
            assertThatThrownBy(() -> holidays.importCalendar(null, file))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            e -> assertThat(e.field()).isEqualTo("file"));
        }
        assertThat(holidays.list(2026)).isEmpty();
    }

    @Test
    void offeredAreThePlacesWherePeopleWork() {
        fixture.person("Ada", "Ready").location("Oslo").add();
        fixture.person("Ben", "Busy").location("Lima").add();
        fixture.person("Cleo", "Calm").location("Oslo").add();
        assertThat(holidays.locations()).containsExactly("Lima", "Oslo");
    }

    @Test
    void onlyHrMay() {
        SignedIn.as(Role.MANAGER);
        assertThatThrownBy(() -> holidays.list(2026)).isInstanceOf(AccessDeniedException.class);
    }
}
