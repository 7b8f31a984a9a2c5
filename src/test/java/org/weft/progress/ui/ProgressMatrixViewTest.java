package org.weft.progress.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weft.access.Role;
import org.weft.base.ui.EmptyState;
import org.weft.progress.MatrixRow;
import org.weft.progress.Statements;
import org.weft.testing.ViewTest;
import tools.jackson.databind.node.ArrayNode;

class ProgressMatrixViewTest extends ViewTest {

    long cycle;
    long cohort;
    long ada;
    long adaIn;

    @BeforeEach
    void people() {
        cycle = fixture.cycle();
        cohort = fixture.cohort(cycle, "Blue", null);
        ada = fixture.person("Ada Lovelace");
        adaIn = fixture.participant(cohort, ada);
        fixture.participant(cohort, fixture.person("Alan Turing"));
    }

    private void open(String query) {
        UI.getCurrent()
                .navigate(
                        ProgressNavigation.MATRIX,
                        query.isEmpty() ? QueryParameters.empty() : QueryParameters.fromString(query));
    }

    private MatrixGrid grid() {
        return $(MatrixGrid.class).single();
    }

    @Test
    void withoutObjectivesItOffersToAssignSome() {
        signIn(Role.HR);
        open("cohort=" + cohort);
        assertThat($(EmptyState.class).single().getElement().getTextRecursively())
                .contains("No objectives yet");
        assertThat($(Anchor.class).all().stream().map(Anchor::getHref))
                .contains("assign?cycle=" + cycle + "&cohort=" + cohort);
    }

    @Test
    void aCellSaysStatusCountAndDueAndLeadsToTheAssignment() {
        var template = fixture.template("T1", "FRONT_LINE", 3);
        var assignment = fixture.assignment(adaIn, template, LocalDate.of(2026, 11, 10));
        fixture.jdbc()
                .sql("update assignment set status = 'IN_PROGRESS', achieved = 2 where id = ?")
                .param(assignment)
                .update();
        signIn(Role.HR);
        open("sort=name");

        assertThat(test(grid()).size()).isEqualTo(2);
        assertThat(grid().getColumns()).extracting(column -> column.getKey()).contains("objective-" + template);
        assertThat(test(grid()).getLitRendererPropertyValue(0, "objective-" + template, "cell", List.class))
                .isEqualTo(List.of(
                        String.valueOf(assignment),
                        "red",
                        "In progress",
                        "2/3",
                        "Nov 10",
                        "In progress, 2 of 3, due Nov 10, 2026, 7 days overdue",
                        "T1"));
        test(grid()).invokeLitRendererFunction(0, "objective-" + template, "open", argument(assignment));
        assertThat($(CellPopover.class).single().getElement().getTextRecursively())
                .contains("Ada Lovelace", "Objective T1");
        assertThat(test(grid()).getRow(1).cells()).isEmpty();

        open("sort=name&person=" + ada + "&assignment=" + assignment);
        assertThat($(PersonHeader.class).single().getElement().getTextRecursively())
                .contains("Ada Lovelace");
    }

    private static ArrayNode argument(long id) {
        return JacksonUtils.createArrayNode().add(String.valueOf(id));
    }

    @Test
    void theColumnsFollowTheFilter() {
        fixture.assignment(adaIn, fixture.template("T1", "FRONT_LINE", 3), LocalDate.of(2026, 12, 10));
        signIn(Role.HR);
        open("");
        assertThat(grid().getColumns()).hasSize(4);
        open("q=alan");
        assertThat($(EmptyState.class).all()).hasSize(1);
        open("q=ada");
        assertThat(grid().getColumns()).hasSize(4);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aPageOfThirtyObjectivesCostsTwoStatements() {
        for (var i = 0; i < 30; i++) {
            fixture.assignment(adaIn, fixture.template("T" + i, "FRONT_LINE", 3), LocalDate.of(2026, 12, 10));
        }
        signIn(Role.HR);
        open("");
        var grid = grid();
        test(grid).getRow(0);
        var page = new Query<MatrixRow, Void>(0, 50, List.of(), null, null);
        var statements = Statements.of(() -> ((DataProvider<MatrixRow, Void>) grid.getDataProvider())
                .fetch(page)
                .toList());
        assertThat(statements).hasSize(2);
    }
}
