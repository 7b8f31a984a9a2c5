package org.weft.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.KeptFigure;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

/** People are given to another lead, and back. */
@WeftTest
class LeadChangesTest {

    private static final Scope ALL = new Scope.Everybody();

    @Autowired
    LeadChanges leads;

    @Autowired
    KeptFigure keptDirectoryCopy;

    @Autowired
    Fixture fixture;

    private long boss;
    private long deputy;
    private long other;
    private long adaPerson;
    private long ada;
    private long alan;

    @BeforeEach
    void twoPeople() {
        boss = fixture.person("Bertha", "Boss").level("MANAGER").add();
        deputy = fixture.person("Dora", "Deputy").manager(boss).add();
        other = fixture.person("Otto Other");
        var cohort = fixture.cohort(fixture.cycle(), "First", boss);
        adaPerson = fixture.person("Ada", "Member").manager(boss).add();
        ada = fixture.participant(cohort, adaPerson);
        alan = fixture.participant(
                cohort, fixture.person("Alan", "Member").manager(boss).add());
        SignedIn.as(Role.HR);
    }

    @Test
    void aLeadByNameStaysUntilItIsTakenBack() {
        var preview = leads.preview(ALL, deputy, List.of(ada, alan), BulkProgress.SILENT);
        assertThat(preview.changing()).containsExactly(ada, alan);
        assertThat(leads.rows(ALL, deputy, List.of(ada)))
                .extracting(BulkRow::leadName)
                .containsExactly("Bertha Boss");

        var result = apply(ALL, deputy, ada, alan);

        assertThat(result).extracting(BulkResult::people, BulkResult::leftOut).containsExactly(2, 0);
        assertThat(fixture.row("participant", ada))
                .containsEntry("lead_id", deputy)
                .containsEntry("lead_by_hand", true);
        assertThat(keptDirectoryCopy.check().equal()).isTrue();
        assertThat(fixture.jdbc()
                        .sql("select count(*) from audit_entry where action = 'LEAD_CHANGED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(leads.preview(ALL, deputy, List.of(ada), BulkProgress.SILENT).leftOut())
                .containsExactly(Map.entry(NotChanged.ALREADY, List.of(ada)));

        assertThat(leads.undo(ALL, result.id(), BulkProgress.SILENT)).isEqualTo(new BulkUndone(2, 0));
        assertThat(fixture.row("participant", ada))
                .containsEntry("lead_id", boss)
                .containsEntry("lead_by_hand", false);
        assertThat(keptDirectoryCopy.check().equal()).isTrue();
    }

    @Test
    void backToTheCohortsLeadAndThatCanBeUndoneToo() {
        apply(ALL, deputy, ada);
        var back = apply(ALL, null, ada, alan);
        assertThat(back).extracting(BulkResult::people, BulkResult::leftOut).containsExactly(1, 1);
        assertThat(fixture.row("participant", ada))
                .containsEntry("lead_id", boss)
                .containsEntry("lead_by_hand", false);

        leads.undo(ALL, back.id(), BulkProgress.SILENT);
        assertThat(fixture.row("participant", ada))
                .containsEntry("lead_id", deputy)
                .containsEntry("lead_by_hand", true);
    }

    @Test
    void whoeverWasGivenToSomebodyElseSinceStaysThere() {
        var first = apply(ALL, deputy, ada, alan);
        apply(ALL, other, ada);
        assertThat(leads.undo(ALL, first.id(), BulkProgress.SILENT)).isEqualTo(new BulkUndone(1, 1));
        assertThat(fixture.row("participant", ada)).containsEntry("lead_id", other);
        assertThat(fixture.row("participant", alan)).containsEntry("lead_id", boss);
    }

    @Test
    void aManagerHandsOnlyTheOwnPeopleAndOnlyAmongThem() {
        var stranger =
                fixture.participant(fixture.cohort(fixture.cycle(), "Elsewhere", null), fixture.person("Sam Stranger"));
        var scope = new Scope.Led(boss);
        SignedIn.as(boss, Role.MANAGER);
        assertThatThrownBy(() -> apply(scope, other, ada)).isInstanceOf(InvalidInputException.class);

        var result = apply(scope, deputy, ada, stranger);
        assertThat(result).extracting(BulkResult::people, BulkResult::leftOut).containsExactly(1, 1);
        assertThat(fixture.row("participant", stranger)).containsEntry("lead_by_hand", false);
    }

    @Test
    void nobodyLeadsThemselvesAndNoManagerChoosesTheOwnLead() {
        assertThat(leads.preview(ALL, adaPerson, List.of(ada), BulkProgress.SILENT)
                        .leftOut())
                .containsOnlyKeys(NotChanged.SELF);
        SignedIn.as(adaPerson, Role.MANAGER);
        assertThat(leads.preview(new Scope.Led(adaPerson), null, List.of(ada), BulkProgress.SILENT)
                        .leftOut())
                .containsOnlyKeys(NotChanged.OWN);
    }

    @Test
    void whoHasLeftLeadsNobodyAnew() {
        var gone = fixture.person("Gerd", "Gone").inactive().add();
        assertThatThrownBy(() -> apply(ALL, gone, ada)).isInstanceOf(InvalidInputException.class);
    }

    private BulkResult apply(Scope scope, @Nullable Long lead, Long... marked) {
        return leads.apply(scope, UUID.randomUUID().toString(), lead, List.of(marked), BulkProgress.SILENT);
    }
}
