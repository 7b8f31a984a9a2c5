package org.weft.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.testing.ViewTest;

class AuditViewTest extends ViewTest {

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    private long ada;

    @BeforeEach
    void someEntries() {
        ada = fixture.person("Ada Lovelace");
        signIn(Role.HR);
        transaction.executeWithoutResult(status -> trail.record(List.of(
                AuditEvent.of("PROGRAM_ADDED", "program", 1L, "<b>Bridges</b>"),
                AuditEvent.of("PARTICIPANT_ADDED", "cohort", 2L, "Engineers").about(ada),
                AuditEvent.of("COHORT_CHANGED", "cohort", 2L, "Engineers").detail("name: Makers → Engineers"))));
    }

    @Test
    void theTrailIsToldInWordsNewestFirst() {
        open("");
        assertThat(words()).containsExactly("Cohort changed", "Added to cohort", "Program added");
        assertThat(row(1).person()).isEqualTo("Ada Lovelace");
        assertThat(row(2).row().subjectName()).isEqualTo("<b>Bridges</b>");
    }

    @Test
    void theAddressHoldsTheFilters() {
        open("action=PARTICIPANT_ADDED&person=" + ada + "&from=2026-11-17&to=2026-11-17&q=test");
        assertThat(words()).containsExactly("Added to cohort");
        assertThat($view(TextField.class).first().getValue()).isEqualTo("test");
        assertThat($view(DatePicker.class).first().getValue()).isEqualTo(LocalDate.of(2026, 11, 17));
        assertThat($view(ComboBox.class).all())
                .extracting(ComboBox::getValue)
                .contains("PARTICIPANT_ADDED")
                .doesNotContainNull();
        test($(Button.class).withText("Clear filters").single()).click();
        assertThat(words()).hasSize(3);

        open("to=2026-11-16");
        assertThat(words()).isEmpty();
        open("person=abc&from=yesterday&action=");
        assertThat(words()).hasSize(3);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aFilterIsChosen() {
        open("");
        ComboBox<String> action = $view(ComboBox.class).all().getFirst();
        test(action).selectItem("Program added");
        assertThat(words()).containsExactly("Program added");
    }

    @Test
    void anAdministratorReadsItToo() {
        signIn(Role.ADMIN);
        open("");
        assertThat(row(1).person()).isEqualTo("Ada Lovelace");
    }

    private static void open(String query) {
        UI.getCurrent().navigate("audit", QueryParameters.fromString(query));
    }

    private List<String> words() {
        var grid = $(AuditGrid.class).single();
        return IntStream.range(0, test(grid).size())
                .mapToObj(row -> AuditGrid.words(row(row).row().action()))
                .toList();
    }

    private AuditGrid.Entry row(int index) {
        return test($(AuditGrid.class).single()).getRow(index);
    }
}
