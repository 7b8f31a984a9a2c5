package org.weft.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weft.base.InvalidInputException;

class DateColumnTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);

    @ParameterizedTest
    @CsvSource({
        "2011-07-05,2011-07-05",
        "2011-7-5,2011-07-05",
        "2011-07-05T00:00,2011-07-05",
        "2011-07-05 08:30:00,2011-07-05",
        "2011/07/05,2011-07-05",
        "5.7.2011,2011-07-05",
        "05.07.2011,2011-07-05",
        "05.07.11,2011-07-05",
        "5.7.68,1968-07-05",
        "13/7/2011,2011-07-13",
        "7/13/2011,2011-07-13",
        "7/7/2011,2011-07-07",
        "29.2.2024,2024-02-29",
    })
    void readsWhatCanBeOnlyOneDay(String text, LocalDate day) {
        assertThat(column(null, text).read(text)).isEqualTo(day);
    }

    @Test
    void aColumnTellsWhatComesFirst() {
        assertThat(column(null, "03/04/2020", "31/12/2020").read("03/04/2020")).isEqualTo(LocalDate.of(2020, 4, 3));
        assertThat(column(null, "03/04/2020", "12/31/2020").read("03/04/2020")).isEqualTo(LocalDate.of(2020, 3, 4));
    }

    @Test
    void whatTheColumnTellsGoesBeforeWhatSomebodySaid() {
        var column = column(DateOrder.DAY_FIRST, "03/04/2020", "12/31/2020");
        assertThat(column.isOpen()).isFalse();
        assertThat(column.read("03/04/2020")).isEqualTo(LocalDate.of(2020, 3, 4));
    }

    @Test
    void neverGuesses() {
        var column = column(null, "03/04/2020", "05/06/2020");
        assertThat(column.isOpen()).isTrue();
        refuses(column, "03/04/2020", "workbook.read.date.dateOrder");
    }

    @Test
    void somebodyCanSayWhatComesFirst() {
        assertThat(column(DateOrder.DAY_FIRST, "03/04/2020").read("03/04/2020")).isEqualTo(LocalDate.of(2020, 4, 3));
        assertThat(column(DateOrder.MONTH_FIRST, "03/04/2020").read("03/04/2020"))
                .isEqualTo(LocalDate.of(2020, 3, 4));
    }

    @Test
    void aColumnThatContradictsItselfTellsNothing() {
        var column = column(null, "31/12/2020", "12/31/2020", "03/04/2020");
        assertThat(column.isOpen()).isTrue();
        assertThat(column.read("31/12/2020")).isEqualTo(LocalDate.of(2020, 12, 31));
        assertThat(column.read("12/31/2020")).isEqualTo(LocalDate.of(2020, 12, 31));
        refuses(column, "03/04/2020", "workbook.read.date.dateOrder");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-02-29,noSuchDay",
        "31.4.2020,noSuchDay",
        "2020-13-01,noSuchDay",
        "99/99/2020,noSuchDay",
        "40729,noDate",
        "yesterday,noDate",
        "=TODAY(),noDate",
        "2020-01,noDate",
    })
    void refusesWhatIsNoDay(String text, String error) {
        refuses(column(null, text), text, "workbook.read.date." + error);
    }

    @Test
    void nothingIsNoDay() {
        assertThat(column(null, "").read("")).isNull();
    }

    private static void refuses(DateColumn column, String text, String key) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> column.read(text))
                .satisfies(e -> assertThat(e.text().key()).isEqualTo(key));
    }

    private static DateColumn column(@Nullable DateOrder chosen, String... values) {
        return DateColumn.of(List.of(values), chosen, TODAY);
    }
}
