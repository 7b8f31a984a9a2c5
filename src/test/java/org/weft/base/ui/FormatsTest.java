package org.weft.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.weft.testing.ViewTest;

class FormatsTest extends ViewTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Formats ENGLISH = new Formats(Locale.ENGLISH, ZoneOffset.UTC);
    private static final Formats GERMAN = new Formats(Locale.GERMAN, ZoneId.of("Europe/Berlin"));

    @Test
    void datesAreWrittenAsTheReaderDoes() {
        assertThat(ENGLISH.date(TODAY)).isEqualTo("Nov 23, 2026");
        assertThat(GERMAN.date(TODAY)).isEqualTo("23.11.2026");
        assertThat(ENGLISH.range(TODAY, TODAY.plusDays(1))).isEqualTo("Nov 23, 2026 – Nov 24, 2026");
        assertThat(GERMAN.longDate(TODAY)).isEqualTo("Montag, 23. November 2026");
    }

    @Test
    void momentsAreThoseOfTheReadersZone() {
        var lateInLondon = Instant.parse("2026-11-23T23:30:00Z");
        assertThat(ENGLISH.date(lateInLondon)).isEqualTo("Nov 23, 2026");
        assertThat(GERMAN.date(lateInLondon)).isEqualTo("24.11.2026");
        assertThat(GERMAN.dateTime(lateInLondon)).isEqualTo("24.11.2026, 00:30");
        assertThat(GERMAN.exact(lateInLondon)).contains("00:30:00").endsWith("(Europe/Berlin)");
    }

    @Test
    void whatHappensSoonIsToldByItsDayOfTheWeekThereAndWhatIsFurtherOffByItsDate() {
        var now = Instant.parse("2026-11-23T23:30:00Z");
        var there = TODAY.plusDays(7).atTime(8, 0).atZone(ZoneId.of("Pacific/Auckland"));
        assertThat(ENGLISH.soon(there.minusDays(1), now)).matches("Sun,? 8:00\\hAM");
        assertThat(GERMAN.soon(there.minusDays(1), now)).matches("So\\.?, 08:00");
        assertThat(GERMAN.soon(there.plusDays(1), now)).isEqualTo("01.12.2026, 08:00");
    }

    @Test
    void theReadersLanguageAndZoneAreThoseOfTheUi() {
        var ui = UI.getCurrent();
        var shown = new Div();
        ui.add(shown);
        ui.setLocale(Locale.GERMAN);
        Formats.setZone(ui, ZoneId.of("Asia/Tokyo"));
        assertThat(Formats.of(shown).locale()).isEqualTo(Locale.GERMAN);
        assertThat(Formats.of(new Div()).zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void daysAreCountedFromToday() {
        assertThat(ENGLISH.relativeDays(TODAY, TODAY)).isEqualTo("today");
        assertThat(ENGLISH.relativeDays(TODAY.plusDays(1), TODAY)).isEqualTo("tomorrow");
        assertThat(ENGLISH.relativeDays(TODAY.plusDays(3), TODAY)).isEqualTo("in 3 days");
        assertThat(ENGLISH.relativeDays(TODAY.minusDays(1), TODAY)).isEqualTo("yesterday");
        assertThat(GERMAN.relativeDays(TODAY.minusDays(5), TODAY)).isEqualTo("vor 5 Tagen");
        assertThat(ENGLISH.overdue(TODAY.minusDays(1), TODAY)).isEqualTo("1 day overdue");
        assertThat(GERMAN.overdue(TODAY.minusDays(3), TODAY)).isEqualTo("3 Tage überfällig");
    }

    @Test
    void percentagesNeverPretendToBeCompleteOrEmpty() {
        assertThat(ENGLISH.percent(0)).isEqualTo("0%");
        assertThat(ENGLISH.percent(0.001)).isEqualTo("1%");
        assertThat(ENGLISH.percent(0.756)).isEqualTo("76%");
        assertThat(ENGLISH.percent(0.999)).isEqualTo("99%");
        assertThat(ENGLISH.percent(1)).isEqualTo("100%");
    }

    @Test
    void numbersAreGroupedAsTheLocaleDoes() {
        assertThat(ENGLISH.number(12345)).isEqualTo("12,345");
        assertThat(GERMAN.number(12345)).isEqualTo("12.345");
        assertThat(GERMAN.number(2.345, 1)).isEqualTo("2,3");
        assertThat(ENGLISH.of(3, 4)).isEqualTo("3 of 4");
    }
}
