package org.weft.conversations.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weft.access.Role;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.FilterChip;
import org.weft.base.ui.Links;
import org.weft.conversations.Crossing;
import org.weft.conversations.HeldFilter;
import org.weft.programs.CycleOption;
import org.weft.programs.ui.CyclePicker;
import org.weft.testing.Address;
import org.weft.testing.ViewTest;

/** Lena leads Mo and Nia of Dispatch, Pia is of Returns; each department by itself. */
class ConversationListViewTest extends ViewTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    private long lena;
    private long cycle;
    private HeldFilter week;

    @BeforeEach
    void talks() {
        var dispatch = fixture.team("Dispatch", "DEPARTMENT", null);
        lena = fixture.person("Lena", "Lead").team(dispatch).add();
        var mo = fixture.person("Mo", "Member").team(dispatch).manager(lena).add();
        var nia = fixture.person("Nia", "Near").team(dispatch).manager(lena).add();
        var returns = fixture.team("Returns", "DEPARTMENT", null);
        var pia = fixture.person("Pia", "Peer").team(returns).add();
        var pit = fixture.person("Pit", "Peer").team(returns).add();
        cycle = fixture.cycle();
        week = HeldFilter.of(cycle).between(MONDAY, MONDAY.plusDays(6));
        var cohort = fixture.cohort(cycle, "All", null);
        for (var person : List.of(nia, pia, pit)) {
            fixture.participant(cohort, person);
        }
        var moIn = fixture.participant(cohort, mo);
        var counted = fixture.conversation(MONDAY, mo, pia);
        for (var code : List.of("A", "B")) {
            var assignment = fixture.assignment(moIn, fixture.template(code, "FRONT_LINE", 2), MONDAY.plusDays(30));
            fixture.jdbc()
                    .sql("insert into conversation_assignment (conversation_id, assignment_id) values (?, ?)")
                    .params(counted, assignment)
                    .update();
        }
        fixture.conversation(MONDAY.plusDays(6), mo, nia);
        fixture.conversation(MONDAY.plusDays(7), nia, pia);
        fixture.conversation(MONDAY, pia, pit);
    }

    private void open(String address) {
        Links.go(address);
        assertThat(getCurrentView()).isInstanceOf(ConversationListView.class);
    }

    private String count() {
        return $view(H2.class).single().getText();
    }

    private int cards() {
        return $view(ConversationCard.class).all().size();
    }

    private List<String> chips() {
        return $view(FilterChip.class).all().stream()
                .map(chip -> chip.getElement().getTextRecursively())
                .toList();
    }

    private void remove(String name) {
        test($view(Button.class)
                        .withCondition(button -> button.getAriaLabel()
                                .filter(("Remove the filter " + name)::equals)
                                .isPresent())
                        .single())
                .click();
    }

    @Test
    void aWeekShowsItsConversationsAndEachFilterGoesByItsCross() {
        signIn(Role.HR);
        open(ConversationsNavigation.held(week.crossing(Crossing.ACROSS)));
        assertThat(count()).isEqualTo("One conversation");
        assertThat(cards()).isEqualTo(1);
        assertThat(chips())
                .hasSize(2)
                .anyMatch(words -> words.startsWith("Held: Nov 2, 2026"))
                .contains("Departments: across two or more");
        assertThat(Address.current())
                .isEqualTo(Set.of(
                        "conversations", "cycle=" + cycle, "from=2026-11-02", "to=2026-11-08", "departments=across"));

        assertThat(Address.of(Address.replacedBy(() -> remove("Departments"))))
                .isEqualTo(Set.of("conversations", "cycle=" + cycle, "from=2026-11-02", "to=2026-11-08"));
        assertThat(count()).isEqualTo("3 conversations");
        assertThat(cards()).isEqualTo(3);

        remove("Held");
        assertThat(count()).isEqualTo("4 conversations");
        assertThat(chips()).isEmpty();
    }

    @Test
    void aManagerSeesThoseOfTheOwnPeopleOnly() {
        signIn(lena, Role.MANAGER);
        open(ConversationsNavigation.held(week));
        assertThat(count()).isEqualTo("2 conversations");

        open(ConversationsNavigation.heldByLed(week.counting(true)));
        assertThat(count()).isEqualTo("One conversation, counting 2 times towards objectives");
        assertThat(chips()).as("nothing else could be seen").hasSize(2).contains("Objectives: counts towards one");
    }

    @Test
    void whoAlsoRunsTheProgramMayLookBeyondTheOwnPeople() {
        signIn(lena, Role.HR, Role.MANAGER);
        open(ConversationsNavigation.heldByLed(week));
        assertThat(count()).isEqualTo("2 conversations");

        remove("People");
        assertThat(count()).isEqualTo("3 conversations");
    }

    @Test
    void anAddressThatMeansNothingOrLeavesNothingBreaksNothing() {
        signIn(Role.HR);
        open("conversations?cycle=x&from=soon&to=2026-02-31&departments=all&counting=maybe&whose=led");
        assertThat(count()).isEqualTo("4 conversations");
        assertThat(chips()).isEmpty();

        open(ConversationsNavigation.held(HeldFilter.of(cycle).between(MONDAY.plusDays(20), MONDAY.plusDays(26))));
        assertThat($view(ConversationCard.class).all()).isEmpty();
        assertThat($view(EmptyState.class).single().getElement().getTextRecursively())
                .contains("Take a filter out");
    }

    @Test
    void anotherCycleTakesTheDatesOut() {
        var next =
                fixture.cycle(fixture.program("Next"), "Q1 2027", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 31));
        signIn(Role.HR);
        open(ConversationsNavigation.held(week));
        var picker = $view(CyclePicker.class).single();
        var label = picker.getListDataView()
                .getItems()
                .filter(option -> option.id() == next)
                .map(CycleOption::label)
                .findFirst()
                .orElseThrow();
        assertThat(Address.of(Address.replacedBy(() -> test(picker).selectItem(label))))
                .isEqualTo(Set.of("conversations", "cycle=" + next));
        assertThat(chips()).isEmpty();
    }

    @Test
    void withoutACycleItIsEmpty() {
        signIn(fixture.person("Nora Nobody"), Role.MANAGER);
        open("conversations");
        assertThat($view(EmptyState.class).all()).hasSize(1);
    }

    @Test
    void itSpeaksGerman() {
        signIn(Role.HR);
        UI.getCurrent().setLocale(Locale.GERMAN);
        open(ConversationsNavigation.held(week.crossing(Crossing.WITHIN)));
        assertThat(count()).isEqualTo("2 Gespräche");
        assertThat(chips()).contains("Abteilungen: innerhalb einer");
    }
}
