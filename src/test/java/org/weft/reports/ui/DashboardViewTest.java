package org.weft.reports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.weft.access.Role;
import org.weft.base.ui.Chart;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.ViewHeader;
import org.weft.reports.Quarter;
import org.weft.testing.Address;
import org.weft.testing.ViewTest;
import tools.jackson.databind.ObjectMapper;

class DashboardViewTest extends ViewTest {

    private Quarter quarter() {
        var quarter = new Quarter(fixture);
        quarter.assign(quarter.salesPeople[1], "COMPLETED", Quarter.PAST);
        quarter.assign(quarter.salesPeople[2], "IN_PROGRESS", Quarter.PAST);
        quarter.assign(quarter.productionPeople[0], "NOT_STARTED", Quarter.AHEAD);
        quarter.talk(Quarter.PAST, quarter.salesPeople[1], quarter.productionPeople[1]);
        return quarter;
    }

    private String words() {
        return getCurrentView().getElement().getTextRecursively();
    }

    private List<String> notes() {
        return $view(Paragraph.class).all().stream()
                .map(paragraph -> paragraph.getElement().getTextRecursively())
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
                .orElseThrow(() -> new AssertionError($view(Chart.class).all().stream()
                        .map(chart -> model(chart).get("heading"))
                        .toList()
                        .toString()));
    }

    private Set<String> chosen(String heading, int category, int series) {
        navigate(DashboardView.class);
        var chart = chart(heading);
        ComponentUtil.fireEvent(chart, new Chart.SelectEvent(chart, true, category, series));
        return Address.current();
    }

    @Test
    void hrReadsTheKeyFiguresWithTheirMoment() {
        var quarter = quarter();
        signIn(Role.HR);
        navigate(DashboardView.class);

        assertThat($view(ViewHeader.class).single().getElement().getTextRecursively())
                .contains("Q4 2026", "as of Nov 17, 2026");
        assertThat(words())
                .contains("Participants13in 1 cohort")
                .contains("Completion rate33%")
                .contains("Conversations1held");
        assertThat($view(Anchor.class).all())
                .anyMatch(link -> Address.of(link.getHref())
                        .equals(Set.of("progress", "cycle=" + quarter.cycle, "state=overdue")));
    }

    @Test
    void theBurnUpStopsTodayAndThePlanGoesOn() {
        quarter();
        signIn(Role.HR);
        navigate(DashboardView.class);

        var burnUp = model(chart("1 objective completed, 2 should be by now"));
        assertThat(burnUp.get("categories"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(14)
                .startsWith("Oct 7")
                .endsWith("Dec 31");
        assertThat(burnUp.get("series").toString())
                .contains("values=[1, 1, 1, 1, 1, 1, 1, null")
                .contains("values=[0, 0, 0, 0, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3]");
    }

    @Test
    void theHeatMapHasDepartmentsAndLevels() {
        var quarter = quarter();
        signIn(Role.HR);
        navigate(DashboardView.class);

        var heat = model(chart("Which departments and levels are behind?"));
        assertThat(heat).containsEntry("categories", List.of("Production", "Sales"));
        assertThat(heat.get("series").toString())
                .contains("name=Front line", "values=[null, 0.5]", "name=Manager", "values=[0.0, null]");
        assertThat(chosen("Which departments and levels are behind?", 1, 0))
                .isEqualTo(Set.of("progress", "cycle=" + quarter.cycle, "team=" + quarter.sales, "level=front-line"));
    }

    @Test
    void cohortsStandSideBySideAndOpenTheirPeople() {
        var quarter = quarter();
        signIn(Role.HR);

        assertThat(chosen("How far is each cohort?", 0, 0))
                .isEqualTo(Set.of("progress", "cycle=" + quarter.cycle, "cohort=" + quarter.cohort));
        navigate(DashboardView.class);
        assertThat(model(chart("How far is each cohort?")).get("details").toString())
                .contains("13 people, 1 overdue, 0 at risk");
    }

    @Test
    void objectivesThatWorkStandApartFromThoseThatDoNot() {
        quarter();
        signIn(Role.HR);
        navigate(DashboardView.class);

        assertThat(model(chart("Objectives that work"))).containsEntry("categories", List.of("Objective X1"));
        assertThat(model(chart("Objectives that do not work yet")))
                .containsEntry("categories", List.of("Objective X3"));
        assertThat(chosen("Objectives that work", 0, 0)).anyMatch(word -> word.startsWith("objective="));
    }

    @Test
    void remindersAndWhatFollowed() {
        var quarter = quarter();
        signIn(Role.HR);
        navigate(DashboardView.class);
        assertThat(notes()).contains("No reminder has gone out in this cycle yet.");

        remind(quarter, quarter.salesPeople[1], "2026-10-30T10:00:00Z");
        remind(quarter, quarter.salesPeople[2], "2026-10-30T10:00:00Z");
        clock.advance(Duration.ofHours(2));
        assertThat(chosen("2 reminders sent, something followed on 1", 0, 0))
                .isEqualTo(Set.of("progress", "cycle=" + quarter.cycle, "reminded=yes"));
    }

    private void remind(Quarter quarter, long person, String at) {
        var moment = Timestamp.from(Instant.parse(at));
        fixture.jdbc()
                .sql("""
                        insert into message (unique_key, kind, participant_id, to_name, language, subject, text_body,
                            html_body, status, message_id, created_at, send_after, sent_at)
                        select ?, 'REMINDER', pt.id, 'x', 'en', 'x', 'x', 'x', 'SENT', ?, ?, ?, ?
                        from participant pt where pt.person_id = ?""")
                .params("r" + person, "r" + person, moment, moment, moment, person)
                .update();
    }

    @Test
    void withoutACycleOrPeopleItSaysWhatToDo() {
        signIn(Role.HR);
        navigate(DashboardView.class);
        assertThat($view(EmptyState.class).single().getElement().getTextRecursively())
                .contains("No cycle yet", "Open programs");

        fixture.cycle();
        signIn(Role.HR);
        navigate(DashboardView.class);
        assertThat($view(EmptyState.class).single().getElement().getTextRecursively())
                .contains("Nobody takes part yet", "Open programs");
    }

    @Test
    void aCycleTooLargeToWaitForSaysThatItsFiguresCome() {
        var quarter = quarter();
        fixture.jdbc()
                .sql("update cohort set member_count = 50000 where id = ?")
                .param(quarter.cohort)
                .update();
        signIn(Role.HR);
        navigate(DashboardView.class);

        assertThat($view(EmptyState.class).single().getElement().getTextRecursively())
                .contains("The figures are being put together");
    }

    @Test
    void fortyDepartmentsAndSixtyCohortsAreAllThere() {
        var cycle = fixture.cycle();
        for (var i = 0; i < 60; i++) {
            var cohort = fixture.cohort(cycle, "Cohort " + (100 + i), null);
            var department = fixture.team("Department " + (100 + i % 40), "DEPARTMENT", i < 40 ? null : (Long) first());
            fixture.participant(
                    cohort,
                    fixture.person("Given" + i, "Family").team(department).add());
        }
        signIn(Role.HR);
        navigate(DashboardView.class);

        assertThat((List<?>) model(chart("How far is each cohort?")).get("categories"))
                .hasSize(60);
        assertThat((List<?>)
                        model(chart("Which departments and levels are behind?")).get("categories"))
                .hasSize(60);
    }

    private long first() {
        return fixture.jdbc().sql("select min(id) from team").query(Long.class).single();
    }

    @Test
    void theViewSpeaksGerman() {
        quarter();
        signIn(Role.HR);
        UI.getCurrent().setLocale(Locale.GERMAN);
        navigate(DashboardView.class);

        assertThat(words()).contains("Programmübersicht", "Abschlussquote");
        chart("1 Ziel abgeschlossen, 2 sollten es sein");
    }
}
