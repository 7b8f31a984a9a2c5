package org.weft.progress.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.listbox.ListBox;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weft.access.Role;
import org.weft.base.ui.CompactRenderer;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Formats;
import org.weft.base.ui.SelectionBar;
import org.weft.progress.FacetOption;
import org.weft.progress.ProgressFacet;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressGrouping;
import org.weft.progress.ProgressRow;
import org.weft.progress.ProgressState;
import org.weft.progress.Statements;
import org.weft.testing.ViewTest;

/** A lead with three reports in two teams, and somebody of another team. */
class ProgressListViewTest extends ViewTest {

    long lead;
    long cycle;
    long blue;
    long amber;
    long sales;
    long ada;

    @BeforeEach
    void people() {
        lead = fixture.person("The Lead");
        sales = fixture.team("Sales");
        var assembly = fixture.team("Assembly");
        cycle = fixture.cycle();
        blue = fixture.cohort(cycle, "Blue", null);
        amber = fixture.cohort(cycle, "Amber", null);
        ada = fixture.person("Ada", "Lovelace").manager(lead).team(sales).add();
        participant(blue, ada, Map.of("live_count", 4, "completed_count", 1, "next_due_on", day(10), "progress", 0.4));
        participant(
                amber,
                fixture.person("Alan", "Turing").manager(lead).team(assembly).add(),
                Map.of("live_count", 2, "completed_count", 2, "progress", 1));
        participant(
                amber,
                fixture.person("Grace", "Hopper").manager(lead).team(sales).add(),
                Map.of("live_count", 2, "not_started_count", 2, "next_due_on", day(30), "health", "AT_RISK"));
        participant(
                blue,
                fixture.person("Some", "Stranger").team(fixture.team("Other")).add(),
                Map.of());
    }

    private long participant(long cohort, long person, Map<String, Object> figures) {
        var id = fixture.participant(cohort, person);
        fixture.figures(id, figures);
        return id;
    }

    private static LocalDate day(int ofNovember) {
        return LocalDate.of(2026, 11, ofNovember);
    }

    private void open(String query) {
        UI.getCurrent()
                .navigate(
                        ProgressNavigation.LIST,
                        query.isEmpty() ? QueryParameters.empty() : QueryParameters.fromString(query));
    }

    private ProgressGrid grid() {
        return $(ProgressGrid.class).single();
    }

    private List<String> names() {
        var tester = test(grid());
        return java.util.stream.IntStream.range(0, tester.size())
                .mapToObj(tester::getRow)
                .map(ProgressRow::name)
                .toList();
    }

    private Button button(String label) {
        return $(Button.class).all().stream()
                .filter(button -> button.getText().equals(label) && button.isVisible())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + label));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private String shown() {
        return text($(StateChips.class).single());
    }

    @Test
    void aManagerSeesTheOwnPeopleTheMostUrgentFirst() {
        signIn(lead, Role.MANAGER);
        open("");
        assertThat(names()).containsExactly("Ada Lovelace", "Grace Hopper", "Alan Turing");
        assertThat(shown()).contains("Everybody 3", "Overdue 1", "At risk 1", "Not started 1", "Done 1", "3 of 3");
        assertThat(cell(0, "next-due", "note")).isEqualTo("7 days overdue");
        assertThat(cell(0, "done", "text")).isEqualTo("1 of 4");
        assertThat(cell(0, "progress", "label")).isEqualTo("40%");
    }

    @Test
    void theAddressSaysFilterSortAndWhoIsOpen() {
        signIn(lead, Role.MANAGER);
        open("cycle=" + cycle + "&team=" + sales + "&sort=-name&person=" + ada);
        assertThat(names()).containsExactly("Ada Lovelace", "Grace Hopper");
        assertThat(test(grid()).getSortDirection("name")).isEqualTo(SortDirection.DESCENDING);
        assertThat(shown()).contains("2 of 3");
        assertThat(text($(PersonHeader.class).single())).contains("Ada Lovelace");

        open("state=not-started&level=front-line&q=gra");
        assertThat(names()).containsExactly("Grace Hopper");
        assertThat($(PersonHeader.class).all()).isEmpty();
        assertThat($(TextField.class).first().getValue()).isEqualTo("gra");
    }

    @Test
    void anAddressThatMeansNothingShowsEverybody() {
        signIn(lead, Role.MANAGER);
        open("cycle=x&cohort=-1&team=999999999999999999999&level=BOSS&state=%27&sort=salary&person=abc");
        assertThat(names()).hasSize(3);
    }

    @Test
    void anotherTeamInTheAddressShowsNobodyOfIt() {
        var stranger = fixture.jdbc()
                .sql("select id from person where family_name = 'Stranger'")
                .query(Long.class)
                .single();
        var other = fixture.jdbc()
                .sql("select id from team where name = 'Other'")
                .query(Long.class)
                .single();
        signIn(lead, Role.MANAGER);
        open("team=" + other + "&person=" + stranger);
        assertThat($(ProgressGrid.class).all()).isEmpty();
        assertThat($(PersonHeader.class).all()).isEmpty();
        assertThat(text($(EmptyState.class).single())).contains("Nobody matches");

        test(button("Clear filters")).click();
        assertThat(names()).hasSize(3);
    }

    @Test
    void chipsAndFiltersNarrowTheList() {
        signIn(Role.HR);
        open("");
        assertThat(names()).hasSize(4);
        test(button("Overdue 1")).click();
        assertThat(names()).containsExactly("Ada Lovelace");
        test(button("Overdue 1")).click();
        assertThat(names()).hasSize(4);

        choose(ProgressFacet.COHORT, String.valueOf(amber));
        assertThat(text($(FacetChip.class).single())).contains("Cohort: Amber");
        assertThat(names()).containsExactly("Grace Hopper", "Alan Turing");
        test(button("Done 1")).click();
        assertThat(names()).containsExactly("Alan Turing");
        assertThat($(Anchor.class).all().stream().map(Anchor::getHref))
                .contains(ProgressNavigation.matrix(
                        ProgressFilter.of(cycle).cohort(amber).state(ProgressState.DONE)));
    }

    /** Opens "Add filter", then the facet, then takes a value. */
    private void choose(ProgressFacet facet, String value) {
        $(AddFilter.class).single().popover().open();
        facets().setValue(facet);
        options()
                .setValue(options()
                        .getListDataView()
                        .getItems()
                        .filter(option -> option.value().equals(value))
                        .findFirst()
                        .orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private ListBox<ProgressFacet> facets() {
        return (ListBox<ProgressFacet>) $(ListBox.class).last();
    }

    @SuppressWarnings("unchecked")
    private ListBox<FacetOption> options() {
        return (ListBox<FacetOption>) $(FacetChoice.class)
                .single()
                .getChildren()
                .filter(ListBox.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void chipsSayWhatIsSetAndTakeItOut() {
        signIn(lead, Role.MANAGER);
        open("team=" + sales + "&level=front-line&due=14&reminded=no&location=Hamburg&state=not-started");
        assertThat($(FacetChip.class).all().stream().map(ProgressListViewTest::text))
                .containsExactly(
                        "Team and below: Sales",
                        "Level: Front line",
                        "Due: within 14 days",
                        "Reminded: not yet",
                        "Location: Hamburg");
        assertThat(names()).containsExactly("Grace Hopper");

        aria("Remove the filter Due");
        aria("Remove the filter Reminded");
        assertThat($(FacetChip.class).all()).hasSize(3);
        test(button("Clear filters")).click();
        assertThat($(FacetChip.class).all()).isEmpty();
        assertThat(shown()).contains("3 of 3");
    }

    @Test
    void aTeamOutOfSightHasNoName() {
        var other = fixture.jdbc()
                .sql("select id from team where name = 'Other'")
                .query(Long.class)
                .single();
        signIn(lead, Role.MANAGER);
        open("team=" + other);
        assertThat(text($(FacetChip.class).single()))
                .contains("none of these people")
                .doesNotContain("Other");
    }

    @Test
    void groupsShowSubtotalsAndOpenToTheirPeople() {
        signIn(Role.HR);
        open("group=team&sort=-name");
        assertThat($(ProgressGrid.class).all()).isEmpty();
        var groups = $(GroupedGrid.class).single();
        assertThat(lines(groups, null)).containsExactly("Assembly", "Other", "Sales");
        var atSales = groups.getDataProvider()
                .fetchChildren(new HierarchicalQuery<>(null, null))
                .toList()
                .getLast();
        var subtotals = new GroupWords(groups, Formats.of(groups), ((GroupedLine.Group) atSales).group());
        assertThat(List.of(subtotals.sub(), subtotals.done(), subtotals.dueNote(), subtotals.health()))
                .containsExactly("2 people", "1 of 6", "1 overdue", "1 at risk");
        assertThat(lines(groups, atSales)).containsExactly("Ada Lovelace", "Grace Hopper");
        assertThat(shown()).contains("4 of 4");

        $(GroupMenu.class).single().popover().open();
        groupings().setValue(Optional.of(ProgressGrouping.LEVEL));
        assertThat(lines($(GroupedGrid.class).single(), null)).containsExactly("Front line");
        open("");
        assertThat(names()).hasSize(4);
    }

    @SuppressWarnings("unchecked")
    private ListBox<Optional<ProgressGrouping>> groupings() {
        return $(ListBox.class).last();
    }

    private static List<String> lines(GroupedGrid groups, @Nullable GroupedLine of) {
        return groups.getDataProvider()
                .fetchChildren(new HierarchicalQuery<>(null, of))
                .map(line -> switch (line) {
                    case GroupedLine.Group(var group) -> new GroupWords(groups, Formats.of(groups), group).name();
                    case GroupedLine.Person(var row) -> row.name();
                })
                .toList();
    }

    @Test
    void columnsAreThoseOfTheAddressAndOfTheMenu() {
        signIn(Role.HR);
        open("columns=progress:140,team,done");
        assertThat(columns()).containsExactly("name", "progress", "team", "done");
        assertThat(grid().getColumnByKey("progress").getWidth()).isEqualTo("140px");

        $(ColumnsMenu.class).single().popover().open();
        aria("Move Team towards the front");
        assertThat(columns()).containsExactly("name", "team", "progress", "done");
        var done = $(Checkbox.class).all().stream()
                .filter(box -> box.getLabel().equals("Done"))
                .findFirst()
                .orElseThrow();
        test(done).click();
        assertThat(columns()).containsExactly("name", "team", "progress");
        assertThat($(Anchor.class).all().stream().map(Anchor::getHref))
                .contains("progress/matrix?columns=name%2Cteam%2Cprogress%3A140");

        test(button("All columns as they were")).click();
        assertThat(columns()).hasSize(12);
    }

    private List<String> columns() {
        return grid().getColumns().stream()
                .filter(column -> column.isVisible() && column.getKey() != null)
                .map(Grid.Column::getKey)
                .toList();
    }

    @Test
    void columnsThatComeBackShowTheArrowOfTheOrder() {
        signIn(Role.HR);
        open("sort=-conversations");
        names();
        var grid = grid();
        grid.narrow(true);
        calls("");

        grid.narrow(false);
        calls("vaadin-grid-sorter").forEach(drawn -> drawn.complete(JacksonUtils.nullNode()));
        assertThat(calls("setSorterDirections").getLast().getInvocation().getParameters())
                .asString()
                .contains("desc");
        assertThat(names()).isNotEmpty();
    }

    /** What the browser is asked to run since the last time, as far as it contains the words. */
    private static List<PendingJavaScriptInvocation> calls(String words) {
        var internals = UI.getCurrent().getInternals();
        internals.getStateTree().runExecutionsBeforeClientResponse();
        return internals.dumpPendingJavaScriptInvocations().stream()
                .filter(call -> call.getInvocation().getExpression().contains(words))
                .toList();
    }

    @Test
    void aSortCostsOneStatementAndCountsNothingAnew() {
        signIn(Role.HR);
        open("");
        names();
        var statements = Statements.of(() -> {
            test(grid()).sortByColumn("conversations");
            names();
        });
        assertThat(statements).isNotEmpty().noneMatch(sql -> sql.contains("count("));
    }

    @Test
    void markedRowsBringTheActionsAndAllThatMatchCanBeMarked() {
        signIn(Role.HR);
        open("");
        var bar = $(SelectionBar.class);
        assertThat(bar.all()).isEmpty();

        test(grid()).select(1);
        assertThat(text(bar.single())).contains("1 of 4 marked", "Send reminder", "Export these");
        assertThat($(StateChips.class).all()).isEmpty();

        grid().marked().selectAll();
        assertThat(text(bar.single())).contains("All 4 marked");
        grid().marked().deselectFromClient(test(grid()).getRow(0));
        assertThat(text(bar.single())).contains("3 of 4 marked");

        test(button("Send reminder")).click();
        eventually(() -> $(Dialog.class)
                .withCondition(dialog -> "Send reminder".equals(dialog.getHeaderTitle()))
                .exists());

        test(button("Unmark")).click();
        assertThat(bar.all()).isEmpty();
        assertThat(grid().marked().size()).isZero();
    }

    @Test
    void aFewActionsAreButtonsAndTheRestAMenu() {
        signIn(Role.HR);
        open("");
        grid().marked().selectAll();
        var bar = $(SelectionBar.class).single();
        assertThat(bar.getChildren().filter(Button.class::isInstance).map(child -> ((Button) child).getText()))
                .containsExactly("Send reminder", "Change due date", "Assign", "More", "Export these", "Unmark");
        assertThat(bar.more().menu().getItems().stream()
                        .filter(Component::isVisible)
                        .map(MenuItem::getText))
                .containsExactly("Waive", "Change lead", "Export these");
    }

    /** Whoever joins meanwhile matches, and "all that match" means them too. */
    @Test
    void allThatMatchAreThoseWhoMatchWhenItIsDone() {
        signIn(Role.HR);
        open("");
        grid().marked().selectAll();
        fixture.participant(amber, fixture.person("Late Comer"));
        test(button("Change due date")).click();
        eventually(() -> $(BulkDialog.class).exists());
        assertThat($(BulkDialog.class).single().getHeaderTitle()).isEqualTo("Change the due dates of 5 people");
    }

    @Test
    void anotherFilterUnmarks() {
        signIn(Role.HR);
        open("");
        grid().marked().selectAll();
        choose(ProgressFacet.COHORT, String.valueOf(blue));
        assertThat(grid().marked().size()).isZero();
    }

    @Test
    void aClickOpensThePersonBesideTheListAndTheNextOneFollows() {
        signIn(lead, Role.MANAGER);
        open("");
        test(grid()).clickRow(0);
        assertThat(text($(PersonHeader.class).single())).contains("Ada Lovelace", "Reports to The Lead");

        aria("Next person");
        assertThat(text($(PersonHeader.class).single())).contains("Grace Hopper");
        aria("Previous person");
        assertThat(text($(PersonHeader.class).single())).contains("Ada Lovelace");
        aria("Close");
        assertThat($(PersonHeader.class).all()).isEmpty();
    }

    private void aria(String label) {
        test($(Button.class).all().stream()
                        .filter(button ->
                                button.getAriaLabel().filter(label::equals).isPresent())
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    @Test
    void whereNothingIsToBeSeenItSaysWhy() {
        var noTeam = fixture.person("No Team");
        signIn(noTeam, Role.MANAGER);
        open("");
        assertThat(text($(EmptyState.class).single())).contains("No cycle yet", "HR");
        assertThat($(Anchor.class).all()).noneMatch(link -> link.getText().equals("Plan a program"));

        fixture.cycle(fixture.program("Later"), "Q1 2027", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 31));
        signIn(Role.HR);
        open("cycle="
                + fixture.jdbc()
                        .sql("select max(id) from cycle")
                        .query(Long.class)
                        .single());
        assertThat(text($(EmptyState.class).single())).contains("Nobody takes part yet");
        assertThat($(Anchor.class).all()).anyMatch(link -> link.getText().equals("Fill the cohorts"));
    }

    @Test
    void homeCountsEverybodyForHrAndLeadsIntoTheList() {
        signIn(lead, Role.HR);
        UI.getCurrent().navigate("");
        var link = $(Anchor.class).all().stream()
                .filter(anchor -> anchor.getText().equals("Overdue 1"))
                .findFirst()
                .orElseThrow();
        assertThat(link.getHref())
                .isEqualTo(ProgressNavigation.list(ProgressFilter.of(cycle).state(ProgressState.OVERDUE)))
                .contains("cycle=" + cycle, "state=overdue");
    }

    private Object cell(int row, String column, String property) {
        var renderer =
                (CompactRenderer<ProgressRow>) grid().getColumnByKey(column).getRenderer();
        return renderer.value(test(grid()).getRow(row), property);
    }
}
