package org.weft.reports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.AccountDetails;
import org.weft.access.ExecutiveReach;
import org.weft.access.Role;
import org.weft.base.ui.Chart;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.HomeCard;
import org.weft.base.ui.ViewHeader;
import org.weft.programs.ui.CyclePicker;
import org.weft.reports.Quarter;
import org.weft.testing.Address;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.ViewTest;
import org.weft.workbook.ui.WorkbookDownload;
import tools.jackson.databind.ObjectMapper;

class InsightViewTest extends ViewTest {

    @Autowired
    private InsightHomeCard homeCard;

    private Quarter quarter() {
        var quarter = new Quarter(fixture);
        quarter.assign(quarter.salesPeople[1], "COMPLETED", Quarter.PAST);
        quarter.assign(quarter.salesPeople[2], "IN_PROGRESS", Quarter.PAST);
        quarter.assign(quarter.productionPeople[1], "NOT_STARTED", Quarter.AHEAD);
        quarter.talk(Quarter.PAST, quarter.salesPeople[1], quarter.productionPeople[1]);
        return quarter;
    }

    private String words() {
        return getCurrentView().getElement().getTextRecursively();
    }

    private List<String> notes() {
        return $view(Paragraph.class).all().stream()
                .filter(paragraph -> paragraph.hasClassName("weft-reports-note"))
                .map(paragraph -> paragraph.getElement().getTextRecursively())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> model(Chart chart) {
        return (Map<String, Object>)
                new ObjectMapper().convertValue(chart.getElement().getPropertyRaw("model"), Map.class);
    }

    @Test
    void anExecutiveReadsTheKeyFigures() {
        quarter();
        signIn(Role.EXECUTIVE);
        navigate(InsightView.class);

        assertThat($view(ViewHeader.class).single().getElement().getTextRecursively())
                .contains("Q4 2026", "Whole organisation", "as of Nov 17, 2026");
        assertThat(words())
                .contains("Participants13people in this cycle")
                .contains("Completion rate33%1 of 3 objectives completed")
                .contains("Participation15%2 of 13 with a conversation")
                .contains("Across departments100%1 of 1 conversation")
                .contains("Coverage100%1 of 1 pairs of departments have talked")
                .contains("Overdue1open objective past the due date");
    }

    @Test
    void chartsShowCompletionByDepartmentAndLevel() {
        quarter();
        signIn(Role.HR);
        navigate(InsightView.class);

        var departments = chart("How far is each department?");
        assertThat(departments)
                .containsEntry("categories", List.of("Production", "Sales"))
                .containsEntry("percent", true);
        assertThat(departments.get("series").toString()).contains("0.0, 0.5");
        assertThat(chart("Where do the objectives stand?").get("categories").toString())
                .startsWith("[Not started, In progress");
    }

    private Map<String, Object> chart(String heading) {
        return $view(Chart.class).all().stream()
                .map(InsightViewTest::model)
                .filter(model -> heading.equals(model.get("heading")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void weeksTellHowMuchCrossesDepartments() {
        var quarter = quarter();
        quarter.talk(Quarter.PAST, quarter.salesPeople[1], quarter.salesPeople[2]);
        signIn(Role.EXECUTIVE);
        navigate(InsightView.class);

        var weeks = chart("50% of the conversations cross departments");
        assertThat(weeks.get("categories"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(14)
                .startsWith("Oct 1", "Oct 8");
        // Weeks to come have no figure, not none.
        assertThat(weeks.get("series").toString())
                .contains("values=[0, 0, 0, 0, 1, 0, 0, null, null, null, null, null, null, null]");
    }

    @Test
    void theTrendBeginsWithTheSecondQuarter() {
        var quarter = quarter();
        signIn(Role.EXECUTIVE);
        navigate(InsightView.class);
        assertThat(notes()).contains("This is the first quarter. A trend appears with the next one.");

        var program = fixture.jdbc()
                .sql("select program_id from cycle where id = ?")
                .param(quarter.cycle)
                .query(Long.class)
                .single();
        var earlier = fixture.cycle(
                program, "Q3 2026", Fixture.QUARTER_START.minusMonths(3), Fixture.QUARTER_START.minusDays(1));
        var cohort = fixture.cohort(earlier, "All", null);
        for (var person : quarter.salesPeople) {
            fixture.participant(cohort, person);
        }
        signIn(Role.EXECUTIVE);
        navigate(InsightView.class);

        var trend = chart("How do the last quarters compare?");
        assertThat(trend).containsEntry("categories", List.of("Q3 2026", "Q4 2026"));
        assertThat(trend.get("series").toString()).contains("values=[null, 0.3333");
        choose("How do the last quarters compare?", 0);
        assertThat(Address.current()).isEqualTo(Set.of("insight", "cycle=" + earlier));
        assertThat(words()).contains("Participants7people");
    }

    @Test
    void anExecutiveLooksAtOneDepartmentAndHrAtItsPeople() {
        var quarter = quarter();
        signIn(Role.EXECUTIVE);
        navigate(InsightView.class);
        choose("How far is each department?", 1);

        assertThat(words())
                .contains("Participants7people")
                .contains("Completion rate50%1 of 2 objectives completed")
                .contains("Conversations per person0.1");
        assertThat($view(Chart.class).all()).hasSize(2);

        UI.getCurrent().navigate("insight", QueryParameters.of("department", "4711"));
        assertThat(words()).contains("Participants13people");

        signIn(Role.HR);
        navigate(InsightView.class);
        choose("How far is each department?", 1);
        assertThat(Address.current()).isEqualTo(Set.of("progress", "cycle=" + quarter.cycle, "team=" + quarter.sales));
    }

    @Test
    void hrOpensTheConversationsOfAWeekAndTheHoldersOfAStatus() {
        var quarter = quarter();
        quarter.talk(Quarter.PAST, quarter.salesPeople[1], quarter.salesPeople[2]);
        signIn(Role.HR);
        navigate(InsightView.class);
        assertThat(chart("50% of the conversations cross departments")).containsEntry("each", true);
        choose("50% of the conversations cross departments", 13);
        assertThat(getCurrentView()).isInstanceOf(InsightView.class);

        choose("50% of the conversations cross departments", 4);
        assertThat(Address.current())
                .isEqualTo(Set.of(
                        "conversations",
                        "cycle=" + quarter.cycle,
                        "from=2026-10-29",
                        "to=2026-11-04",
                        "departments=across"));
        assertThat(words()).contains("One conversation");

        navigate(InsightView.class);
        choose("Where do the objectives stand?", 1);
        assertThat(Address.current()).isEqualTo(Set.of("progress", "cycle=" + quarter.cycle, "status=in-progress"));
    }

    @Test
    void whoSeesFiguresOnlyGetsToNoConversation() {
        quarter();
        signIn(Role.EXECUTIVE);
        navigate(InsightView.class);

        assertThat(chart("100% of the conversations cross departments")).doesNotContainKey("selectable");
        assertThat(chart("Where do the objectives stand?")).doesNotContainKey("selectable");
    }

    private void choose(String heading, int category) {
        var chart = $view(Chart.class).all().stream()
                .filter(one -> heading.equals(model(one).get("heading")))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(chart, new Chart.SelectEvent(chart, true, category, 0));
    }

    @Test
    void whatIsHiddenFromExecutivesIsSaid() {
        quarter().withSmallGroups();
        signIn(Role.EXECUTIVE);
        navigate(InsightView.class);

        assertThat(notes())
                .anyMatch(note -> note.startsWith("Hidden: departments with fewer than 5 people."))
                .anyMatch(note -> note.startsWith("Levels are hidden"));
        assertThat(chart("How far is each department?").get("categories").toString())
                .isEqualTo("[Sales, Other departments]");
        assertThat($view(Chart.class).all())
                .noneMatch(chart -> "How far is each level?".equals(model(chart).get("heading")));
    }

    @Test
    void anotherCycleIsChosenByTheAddress() {
        var quarter = quarter();
        var earlier = fixture.cycle(
                fixture.program("Earlier"),
                "Q3 2026",
                Fixture.QUARTER_START.minusMonths(3),
                Fixture.QUARTER_START.minusDays(1));
        var cohort = fixture.cohort(earlier, "All", null);
        for (var person : quarter.salesPeople) {
            fixture.participant(cohort, person);
        }
        signIn(Role.EXECUTIVE);

        UI.getCurrent().navigate("insight", QueryParameters.of("cycle", String.valueOf(earlier)));

        assertThat(words()).contains("Participants7people");
        assertThat($view(CyclePicker.class).single().cycleId()).contains(earlier);
        assertThat(notes()).anyMatch(note -> note.startsWith("No objective is assigned yet"));
    }

    @Test
    void withoutACycleThereIsNoFigureButAWayOnForHr() {
        signIn(Role.EXECUTIVE);
        navigate(InsightView.class);
        assertThat($view(EmptyState.class).single().getElement().getTextRecursively())
                .contains("No cycle yet")
                .doesNotContain("Open programs");
        assertThat($view(WorkbookDownload.class).all()).isEmpty();

        signIn(Role.HR);
        navigate(InsightView.class);
        assertThat($view(EmptyState.class).single().getElement().getTextRecursively())
                .contains("Open programs");
    }

    @Test
    void anExecutiveOfATinyLineIsToldWhyNothingIsShown() {
        var quarter = quarter();
        var account = signIn(quarter.productionPeople[2], Role.EXECUTIVE);
        SignedIn.with(new AccountDetails(
                account.id(),
                account.username(),
                account.displayName(),
                null,
                true,
                account.roles(),
                account.personId(),
                ExecutiveReach.LINE,
                account.language(),
                account.zone()));
        navigate(InsightView.class);

        assertThat($view(EmptyState.class).single().getElement().getTextRecursively())
                .contains("Hidden: fewer than 5 people");
        assertThat($view(WorkbookDownload.class).all()).isEmpty();
    }

    @Test
    void theWorkbookIsMadeWhenTheButtonIsPressed() throws InterruptedException {
        quarter();
        signIn(Role.EXECUTIVE);
        navigate(InsightView.class);

        test($view(WorkbookDownload.class).single()).click();

        await(() -> fixture.count("audit_entry") == 1);
        roundTrip();
        // Leaving the page throws away what nobody fetched.
        UI.getCurrent().navigate("");
    }

    @Test
    void whatGoesWrongWithTheWorkbookIsSaidInWords() throws InterruptedException {
        quarter();
        signIn(Role.EXECUTIVE);
        navigate(InsightView.class);
        fixture.jdbc().sql("delete from assignment").update();
        fixture.jdbc().sql("delete from participant").update();

        test($view(WorkbookDownload.class).single()).click();

        await(() -> $(Notification.class).exists());
        assertThat($(Notification.class).single().getElement().getTextRecursively())
                .contains("nobody takes part in this cycle");
    }

    @Test
    void theHomePageHasTheHeadlineForExecutives() {
        quarter();
        signIn(Role.EXECUTIVE);

        assertThat(homeCard.roles()).containsExactly(Role.Names.EXECUTIVE);
        var card = ((HomeCard) homeCard).create().orElseThrow();
        assertThat(text(card))
                .contains("33%", "of the objectives completed")
                .contains("Q4 2026: 2 of 13 participants have had a conversation, one objective is overdue.");
    }

    @Test
    void withoutParticipantsTheHomePageHasNoHeadline() {
        fixture.cycle();
        signIn(Role.EXECUTIVE);

        assertThat(homeCard.create()).isEmpty();
    }

    @Test
    void theViewSpeaksGerman() {
        quarter();
        signIn(Role.EXECUTIVE);
        UI.getCurrent().setLocale(Locale.GERMAN);
        navigate(InsightView.class);

        assertThat(words()).contains("Abschlussquote").contains("33\u00a0%");
        assertThat($view(Button.class)
                        .withText("Arbeitsmappe des Quartals herunterladen")
                        .all())
                .hasSize(1);
    }

    /** The workbook is made on another thread; on a busy machine it takes its time. */
    private void await(BooleanSupplier condition) throws InterruptedException {
        for (var i = 0; i < 400 && !condition.getAsBoolean(); i++) {
            Thread.sleep(50);
            roundTrip();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
