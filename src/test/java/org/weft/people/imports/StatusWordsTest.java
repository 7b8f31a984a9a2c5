package org.weft.people.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusWordsTest {

    @ParameterizedTest
    @CsvSource({
        "EmploymentStatus,Active,true",
        "EmploymentStatus,Voluntarily Terminated,false",
        "EmploymentStatus,Terminated for Cause,false",
        "EmploymentStatus,Leave of Absence,true",
        "Status,inaktiv,false",
        "Status,Elternzeit,true",
        "Status,ausgeschieden,false",
        "Status,gekündigt,false",
        "Status,nicht aktiv,false",
        "Aktiv,ja,true",
        "Aktiv,0,false",
        "Termd,1,false",
        "Termd,0,true",
        "Ausgeschieden,nein,true",
        "Status,maybe,",
        "Status,N/A-StillEmployed,",
    })
    void tellsWhoIsThere(String column, String value, @Nullable Boolean active) {
        assertThat(StatusWords.of(column).isActive(value)).isEqualTo(Optional.ofNullable(active));
    }
}
