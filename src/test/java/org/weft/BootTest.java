package org.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.testing.Fixture;
import org.weft.testing.WeftTest;

@WeftTest
class BootTest {

    @Autowired
    Fixture fixture;

    @Test
    void theSchemaHoldsAWholeQuarter() {
        var lead = fixture.person("Ada Lovelace");
        var member = fixture.person("Alan", "Turing").manager(lead).add();
        var cohort = fixture.cohort(fixture.cycle(), "Engineers", lead);
        var participant = fixture.participant(cohort, member);
        fixture.assignment(participant, fixture.template("T1", "FRONT_LINE", 3), LocalDate.of(2026, 12, 1));
        fixture.conversation(LocalDate.of(2026, 11, 3), lead, member);

        var seen = fixture.jdbc()
                .sql("select distinct person_id from visible_person where viewer_id = ? order by 1")
                .param(lead)
                .query(Long.class)
                .list();
        assertThat(seen).containsExactly(lead, member);
    }
}
