package org.weft.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weft.testing.ViewTest;

class QueryStateTest extends ViewTest {

    private static QueryState of(String query) {
        return QueryState.of(new Location("progress", QueryParameters.fromString(query)));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var state = of("").with("q", "Ada & Söhne = 50% + <b>")
                .with("team", 7L)
                .with("from", LocalDate.of(2026, 10, 1))
                .with("state", List.of("LATE", "OPEN"));
        var again = QueryState.of(new Location(state.href()));
        assertThat(again.get("q")).contains("Ada & Söhne = 50% + <b>");
        assertThat(again.getLong("team")).hasValue(7);
        assertThat(again.getDate("from")).contains(LocalDate.of(2026, 10, 1));
        assertThat(again.all("state")).containsExactly("LATE", "OPEN");
        assertThat(again).isEqualTo(state).hasSameHashCodeAs(state);
    }

    @Test
    void nonsenseReadsAsAbsent() {
        var state = of("team=seven&from=2026-02-30&to=%2B999999999-12-31&tone=purple&q=");
        assertThat(state.getLong("team")).isEmpty();
        assertThat(state.getDate("from")).isEmpty();
        assertThat(state.getDate("to")).isEmpty();
        assertThat(state.get("tone", Tone.class)).isEmpty();
        assertThat(state.get("q")).isEmpty();
        assertThat(state.get("missing")).isEmpty();
    }

    @Test
    void enumsAreReadWithoutRegardToCase() {
        assertThat(of("tone=red").get("tone", Tone.class)).contains(Tone.RED);
    }

    @Test
    void nothingTakesAKeyOutAndTheOthersStay() {
        assertThat(of("a=1&b=2").with("a", (Object) null).href()).isEqualTo("progress?b=2");
        assertThat(of("a=1&b=2").with("b", "").with("a", " ").href()).isEqualTo("progress");
    }

    @Test
    void theSortOfAGridGoesIntoTheUrlAndBack() {
        var grid = grid();
        var sort = List.of(
                new GridSortOrder<>(grid.getColumnByKey("name"), SortDirection.DESCENDING),
                new GridSortOrder<>(grid.getColumnByKey("due"), SortDirection.ASCENDING));
        var state = of("q=x").withSort(sort);
        assertThat(state.get("sort")).contains("-name,due");

        var other = grid();
        state.sort(other);
        assertThat(other.getSortOrder())
                .extracting(order -> order.getSorted().getKey(), GridSortOrder::getDirection)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("name", SortDirection.DESCENDING),
                        org.assertj.core.groups.Tuple.tuple("due", SortDirection.ASCENDING));
    }

    @Test
    void sortingByWhatTheGridDoesNotHaveIsPassedOver() {
        var grid = grid();
        of("sort=-password,fixed,due,").sort(grid);
        assertThat(grid.getSortOrder()).hasSize(1);
    }

    private static Grid<String> grid() {
        var grid = new Grid<String>();
        grid.setMultiSort(true);
        grid.addColumn(text -> text).setKey("name").setSortable(true);
        grid.addColumn(text -> text).setKey("due").setSortable(true);
        grid.addColumn(text -> text).setKey("fixed");
        return grid;
    }
}
