package org.weft.programs.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.ui.QueryState;
import org.weft.programs.CycleService;
import org.weft.testing.Fixture;

class CyclePickerTest extends PlanViewTest {

    @Autowired
    CycleService cycles;

    private long past;
    private long current;

    @BeforeEach
    void twoCycles() {
        signIn(Role.HR);
        var program = fixture.program("Bridges");
        past = fixture.cycle(
                program, "Q3 2026", Fixture.QUARTER_START.minusMonths(3), Fixture.QUARTER_START.minusDays(1));
        current = fixture.cycle(program, "Q4 2026", Fixture.QUARTER_START, Fixture.QUARTER_END);
    }

    @Test
    void theAddressDecidesElseTheDayElseTheLatest() {
        var picker = picker();
        picker.show(state("progress"));
        assertThat(picker.cycleId()).contains(current);
        picker.show(state("progress?cycle=" + past));
        assertThat(picker.cycleId()).contains(past);
        picker.show(state("progress?cycle=424242"));
        assertThat(picker.cycleId()).contains(current);
        picker.show(state("progress?cycle=%27%20or%201"));
        assertThat(picker.cycleId()).contains(current);

        clock.set(Instant.parse("2029-01-01T00:00:00Z"));
        assertThat(picker().cycleId()).contains(current);
    }

    @Test
    void theChosenCycleGoesIntoTheAddressBesideWhatIsThere() {
        var picker = picker();
        var chosen = new ArrayList<Long>();
        picker.onChosen(cycle -> chosen.add(cycle.id()));
        picker.show(state("progress?cycle=" + past));
        assertThat(chosen).as("a choice of the program").isEmpty();
        assertThat(picker.into(state("progress?q=ada")).href()).isEqualTo("progress?q=ada&cycle=" + past);

        test(picker).selectItem("Q4 2026");
        assertThat(chosen).containsExactly(current);
    }

    @Test
    void whoSeesNobodyChoosesAmongNone() {
        var picker = new CyclePicker(cycles, new Scope.Nobody());
        UI.getCurrent().add(picker);
        picker.show(state("progress?cycle=" + past));
        assertThat(picker.cycleId()).isEmpty();
        assertThat(picker.cycle()).isEmpty();
    }

    private CyclePicker picker() {
        var picker = new CyclePicker(cycles, ALL);
        UI.getCurrent().add(picker);
        return picker;
    }

    private static QueryState state(String location) {
        return QueryState.of(new Location(location));
    }
}
