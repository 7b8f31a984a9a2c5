package org.weft.reports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.base.ui.Chart;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.HomeCard;
import org.weft.base.ui.ViewHeader;
import org.weft.reports.Quarter;
import org.weft.testing.Address;
import org.weft.testing.TestClock;
import org.weft.testing.ViewTest;
import tools.jackson.databind.ObjectMapper;

class MyPeopleViewTest extends ViewTest {

    @Autowired
    private MyPeopleHomeCard homeCard;

    private Quarter quarter() {
        var quarter = new Quarter(fixture);
        quarter.assign(quarter.salesPeople[1], "SUBMITTED", Quarter.AHEAD);
        fixture.jdbc()
                .sql(
                        "update participant set next_due_on = ?, submitted_count = 1, last_activity_at = ? where person_id = ?")
                .params(Quarter.PAST, Timestamp.from(TestClock.START), quarter.salesPeople[1])
                .update();
        quarter.talk(Quarter.PAST, quarter.salesPeople[1], quarter.productionPeople[1]);
        return quarter;
    }

    private String words() {
        return getCurrentView().getElement().getTextRecursively();
    }

    private List<Set<String>> links() {
        return $view(Anchor.class).all().stream()
                .map(link -> Address.of(link.getHref()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> model(Chart chart) {
        return (Map<String, Object>)
                new ObjectMapper().convertValue(chart.getElement().getPropertyRaw("model"), Map.class);
    }

    private Chart chart(String heading) {
        return $view(Chart.class).all().stream()
                .filter(chart -> heading.equals(model(chart).get("heading")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aManagerReadsWhatAsksForAWordAndGetsToThePeople() {
        var quarter = quarter();
        signIn(quarter.salesLead, Role.MANAGER);
        navigate(MyPeopleView.class);

        assertThat($view(ViewHeader.class).single().getElement().getTextRecursively())
                .contains("My people", "Q4 2026", "7 people", "as of Nov 17, 2026");
        assertThat(words())
                .contains("Overdue1with", "Silent6nothing happened for 14 days", "At risk0people", "To review1wait");
        var cycle = "cycle=" + quarter.cycle;
        assertThat(links())
                .contains(
                        Set.of("progress", cycle, "state=overdue"),
                        Set.of("progress", cycle, "silent=14"),
                        Set.of("progress", cycle, "state=at-risk"),
                        Set.of("progress", cycle, "state=to-review"));
    }

    @Test
    void whoHasMetWhomOpensThePerson() {
        var quarter = quarter();
        signIn(quarter.salesLead, Role.MANAGER);
        navigate(MyPeopleView.class);

        var chart = chart("6 of 7 people have met nobody outside their team");
        assertThat(model(chart)).containsEntry("type", "HEAT");
        ComponentUtil.fireEvent(chart, new Chart.SelectEvent(chart, true, 1, 0));
        assertThat(Address.current()).isEqualTo(Set.of("person/" + quarter.salesPeople[1], "cycle=" + quarter.cycle));
    }

    @Test
    void weeksStandBesideThePlan() {
        var quarter = quarter();
        signIn(quarter.salesLead, Role.MANAGER);
        navigate(MyPeopleView.class);

        var weeks = model(chart("0 conversations held, 1 planned by now"));
        assertThat(weeks.get("series").toString()).contains("name=Plan", "target=true");
    }

    @Test
    void aWeekOpensItsConversations() {
        var quarter = quarter();
        signIn(quarter.salesLead, Role.MANAGER);
        navigate(MyPeopleView.class);
        var weeks = chart("0 conversations held, 1 planned by now");
        assertThat(model(weeks)).containsEntry("selectable", true);

        for (var place : List.of(13, 14, -1)) {
            ComponentUtil.fireEvent(weeks, new Chart.SelectEvent(weeks, true, place, 0));
            assertThat(Address.current()).as("a week to come").isEqualTo(Set.of("my-people"));
        }
        ComponentUtil.fireEvent(weeks, new Chart.SelectEvent(weeks, true, 4, 0));
        assertThat(Address.current())
                .isEqualTo(Set.of(
                        "conversations",
                        "cycle=" + quarter.cycle,
                        "from=2026-10-29",
                        "to=2026-11-04",
                        "counting=yes",
                        "whose=led"));
    }

    @Test
    void whereNobodyMetAnybodyItSaysSo() {
        var quarter = new Quarter(fixture);
        signIn(quarter.salesLead, Role.MANAGER);
        navigate(MyPeopleView.class);

        assertThat($view(Paragraph.class).all())
                .anyMatch(note -> note.getElement()
                        .getTextRecursively()
                        .startsWith("Nobody has talked with somebody from another"));
    }

    @Test
    void withoutACycleOrPeopleItSaysWhatToDo() {
        var quarter = new Quarter(fixture);
        signIn(fixture.person("Nora Nobody"), Role.MANAGER);
        navigate(MyPeopleView.class);
        assertThat($view(EmptyState.class).single().getElement().getTextRecursively())
                .contains("No cycle yet", "Open programs");

        var lead = fixture.person("Carla Cohort");
        fixture.cohort(quarter.cycle, "Empty", lead);
        signIn(lead, Role.MANAGER);
        navigate(MyPeopleView.class);
        assertThat($view(EmptyState.class).single().getElement().getTextRecursively())
                .contains("None of your people takes part yet");
    }

    @Test
    void theHomePageBeginsWithIt() {
        var quarter = quarter();
        signIn(quarter.salesLead, Role.MANAGER);

        assertThat(homeCard.roles()).containsExactly(Role.Names.MANAGER);
        var card = ((HomeCard) homeCard).create().orElseThrow();
        assertThat(card.getElement().getTextRecursively())
                .contains("My people", "among the 7 people in Q4 2026", "Overdue1", "Open the week");
    }

    @Test
    void theViewSpeaksGerman() {
        var quarter = quarter();
        signIn(quarter.salesLead, Role.MANAGER);
        UI.getCurrent().setLocale(Locale.GERMAN);
        navigate(MyPeopleView.class);

        assertThat(words()).contains("Meine Leute", "Überfällig1", "seit 14 Tagen ist nichts geschehen");
    }
}
