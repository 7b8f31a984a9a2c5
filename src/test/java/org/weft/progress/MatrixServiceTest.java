package org.weft.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.objectives.AssignmentStatus;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

@WeftTest
class MatrixServiceTest {

    private static final Scope ALL = new Scope.Everybody();
    private static final ProgressSort BY_NAME = ProgressSort.by(ProgressColumn.NAME);

    @Autowired
    Fixture fixture;

    @Autowired
    MatrixService matrix;

    long cycle;
    long lead;
    long ada;
    long alan;
    long first;
    long second;
    long assignment;

    @BeforeEach
    void twoPeopleAndTwoObjectives() {
        SignedIn.as(Role.HR);
        cycle = fixture.cycle();
        lead = fixture.person("The Lead");
        var cohort = fixture.cohort(cycle, "Blue", null);
        ada = fixture.participant(
                cohort, fixture.person("Ada", "Lovelace").manager(lead).add());
        alan = fixture.participant(cohort, fixture.person("Alan Turing"));
        first = fixture.template("T1", "FRONT_LINE", 3);
        second = fixture.template("T2", "FRONT_LINE", 2);
        fixture.template("T3", "FRONT_LINE", 2);
        assignment = fixture.assignment(ada, first, LocalDate.of(2026, 11, 10));
        fixture.assignment(alan, first, LocalDate.of(2026, 12, 10));
        fixture.assignment(alan, second, LocalDate.of(2026, 12, 12));
        var elsewhere = fixture.cohort(fixture.cycle(), "Elsewhere", null);
        fixture.assignment(
                fixture.participant(elsewhere, lead),
                fixture.template("T4", "FRONT_LINE", 1),
                LocalDate.of(2026, 12, 1));
    }

    @Test
    void theColumnsAreTheObjectivesOfThoseWhoAreShown() {
        var any = ProgressFilter.of(cycle);
        assertThat(matrix.columns(ALL, any))
                .extracting(MatrixColumn::templateId)
                .containsExactly(first, second);
        assertThat(matrix.columns(ALL, any.text("ada")))
                .extracting(MatrixColumn::code)
                .containsExactly("T1");
        assertThat(matrix.columns(new Scope.Led(lead), any))
                .extracting(MatrixColumn::code)
                .containsExactly("T1");
        assertThat(matrix.columns(new Scope.Nobody(), any)).isEmpty();
    }

    @Test
    void aRowHoldsACellForEachAssignment() {
        fixture.jdbc()
                .sql("update assignment set status = 'IN_PROGRESS', achieved = 2 where id = ?")
                .param(assignment)
                .update();

        var rows =
                matrix.list(ALL, ProgressFilter.of(cycle), BY_NAME, null, 0, 50).rows();

        assertThat(rows).extracting(row -> row.participant().id()).containsExactly(ada, alan);
        assertThat(rows.getFirst().cell(second)).isEmpty();
        assertThat(rows.getLast().cells()).containsOnlyKeys(first, second);
        var cell = rows.getFirst().cell(first).orElseThrow();
        assertThat(cell.assignmentId()).isEqualTo(assignment);
        assertThat(cell.status()).isEqualTo(AssignmentStatus.IN_PROGRESS);
        assertThat(cell.achieved()).isEqualTo(2);
        assertThat(cell.target()).isEqualTo(3);
        assertThat(cell.overdueDays()).isEqualTo(7);
    }

    @Test
    void nothingOfThoseOutOfScopeIsShown() {
        SignedIn.as(lead, Role.MANAGER);
        assertThat(matrix.list(new Scope.Led(lead), ProgressFilter.of(cycle), BY_NAME, null, 0, 50)
                        .rows())
                .extracting(row -> row.participant().id())
                .containsExactly(ada);

        SignedIn.as(Role.EXECUTIVE);
        assertThatThrownBy(() -> matrix.columns(ALL, ProgressFilter.of(cycle)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aPageCostsTwoStatements() {
        assertThat(Statements.of(() -> matrix.list(ALL, ProgressFilter.of(cycle), BY_NAME, null, 0, 50)))
                .hasSize(2);
    }
}
