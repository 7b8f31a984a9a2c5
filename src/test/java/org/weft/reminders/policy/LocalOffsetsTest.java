package org.weft.reminders.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.weft.testing.WeftTest;

@WeftTest
class LocalOffsetsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);

    @Autowired
    JdbcClient jdbc;

    @Test
    void aStatementTellsTheLocalDayOfAMomentAsTheCalendarDoes() {
        var random = new Random(11);
        for (var zone : List.of("UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia")) {
            var id = ZoneId.of(zone);
            var day = LocalOffsets.localDay("m.at", List.of(LocalOffsets.of(id, TODAY)), "0");
            for (var n = 0; n < 60; n++) {
                var moment = Instant.parse("2026-11-17T12:00:00Z").minusSeconds(random.nextInt(4 * 365 * 86_400));
                assertThat(said(day, moment))
                        .as("%s in %s", moment, zone)
                        .isEqualTo(LocalDate.ofInstant(moment, id).toEpochDay());
            }
        }
    }

    @Test
    void midnightIsRightOnTheDaysTheClocksChange() {
        var berlin = ZoneId.of("Europe/Berlin");
        var day = LocalOffsets.localDay("m.at", List.of(LocalOffsets.of(berlin, TODAY)), "0");
        for (var date : List.of(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25), LocalDate.of(2026, 10, 26))) {
            var midnight = date.atStartOfDay(berlin).toInstant();
            assertThat(said(day, midnight)).isEqualTo(date.toEpochDay());
            assertThat(said(day, midnight.minusMillis(1))).isEqualTo(date.toEpochDay() - 1);
        }
    }

    @Test
    void zonesThatAgreeAreOne() {
        assertThat(LocalOffsets.of(ZoneId.of("Europe/Paris"), TODAY))
                .isEqualTo(LocalOffsets.of(ZoneId.of("Europe/Berlin"), TODAY))
                .isNotEqualTo(LocalOffsets.of(ZoneId.of("Africa/Lagos"), TODAY));
    }

    private long said(String day, Instant moment) {
        return jdbc.sql("select " + day + " from (select cast(:at as timestamp with time zone) as at) m")
                .param("at", Timestamp.from(moment))
                .query(Long.class)
                .single();
    }
}
