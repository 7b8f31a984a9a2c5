package org.weft.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.weft.access.Role;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

@WeftTest
class SavedViewServiceTest {

    @Autowired
    Fixture fixture;

    @Autowired
    SavedViewService views;

    long manager;
    long colleague;

    @BeforeEach
    void people() {
        // The account of an id's first person is that of HR, which has none.
        fixture.person("First Person");
        manager = fixture.person("One Manager");
        colleague = fixture.person("Other Manager");
        hr();
    }

    private static void hr() {
        SignedIn.as(Role.HR);
    }

    private static SavedViewDraft draft(String name, @Nullable Role role, boolean standard) {
        return new SavedViewDraft(name, ProgressForm.LIST, "state=overdue", role, standard);
    }

    @Test
    void aViewIsReadByItsOwnerAndByTheRoleItIsSharedWith() {
        var own = views.add(draft(" Over\tdue ", null, false));
        var shared = views.add(draft("For managers", Role.MANAGER, false));
        var team = views.add(draft("For HR", Role.HR, false));
        assertThat(views.list(ProgressForm.LIST))
                .extracting(SavedViewRow::name)
                .containsExactly("For HR", "For managers", "Over due");
        assertThat(views.list(ProgressForm.MATRIX)).isEmpty();

        SignedIn.as(manager, Role.MANAGER);
        assertThat(views.list(ProgressForm.LIST)).extracting(SavedViewRow::id).containsExactly(shared);
        assertThat(views.get(shared).own()).isFalse();
        for (var hidden : new long[] {own, team, 999}) {
            assertThatThrownBy(() -> views.get(hidden)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> views.first(ProgressForm.LIST, hidden)).isInstanceOf(NotFoundException.class);
        }
        var version = views.get(shared).version();
        assertThatThrownBy(() -> views.save(shared, version, draft("Mine", null, false)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> views.remove(shared, version)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void onlyHrSharesAndOnlyWithWhoSeesProgress() {
        assertThatThrownBy(() -> views.add(draft("All", Role.MEMBER, false))).isInstanceOf(InvalidInputException.class);
        SignedIn.as(manager, Role.MANAGER);
        assertThatThrownBy(() -> views.add(draft("Mine", Role.MANAGER, false)))
                .isInstanceOf(InvalidInputException.class);
        assertThat(views.add(draft("Mine", null, true))).isPositive();
        assertThat(views.standard(ProgressForm.LIST)).isEmpty();
        SignedIn.as(Role.EXECUTIVE);
        assertThatThrownBy(() -> views.list(ProgressForm.LIST)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void thereIsOneStandardViewARoleAndTheOwnChoiceComesFirst() {
        var former = views.add(draft("Former", Role.MANAGER, true));
        var now = views.add(draft("Now", Role.MANAGER, true));
        views.add(draft("For HR", Role.HR, true));
        assertThat(views.get(former).standard()).isFalse();
        assertThat(views.standard(ProgressForm.LIST).orElseThrow().name()).isEqualTo("For HR");

        SignedIn.as(manager, Role.MANAGER);
        assertThat(views.standard(ProgressForm.LIST).orElseThrow().id()).isEqualTo(now);
        assertThat(views.standard(ProgressForm.MATRIX)).isEmpty();
        var own = views.add(draft("Own", null, false));
        views.first(ProgressForm.LIST, own);
        assertThat(views.standard(ProgressForm.LIST).orElseThrow().id()).isEqualTo(own);
        assertThat(views.get(own).first()).isTrue();

        SignedIn.as(colleague, Role.MANAGER);
        assertThat(views.standard(ProgressForm.LIST).orElseThrow().id()).isEqualTo(now);

        SignedIn.as(manager, Role.MANAGER);
        views.first(ProgressForm.LIST, former);
        assertThat(views.standard(ProgressForm.LIST).orElseThrow().id()).isEqualTo(former);
        hr();
        views.save(former, views.get(former).version(), draft("Former", null, false));
        SignedIn.as(manager, Role.MANAGER);
        assertThat(views.standard(ProgressForm.LIST).orElseThrow().id()).isEqualTo(now);
        views.first(ProgressForm.LIST, null);
        assertThat(views.standard(ProgressForm.LIST).orElseThrow().id()).isEqualTo(now);
    }

    @Test
    void namesAreTheOwnersOnlyOnesAndEditsTellWhoWasFaster() {
        var id = views.add(draft("Overdue", null, false));
        assertThatThrownBy(() -> views.add(draft("Overdue", null, false))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> views.add(draft("  ", null, false))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> views.add(draft("x".repeat(101), null, false)))
                .isInstanceOf(InvalidInputException.class);
        assertThat(views.add(new SavedViewDraft("Overdue", ProgressForm.MATRIX, "", null, false)))
                .isPositive();

        var version = views.get(id).version();
        views.save(id, version, draft("Late", null, false));
        assertThatThrownBy(() -> views.save(id, version, draft("Later", null, false)))
                .isInstanceOf(StaleEditException.class);
        assertThatThrownBy(() -> views.remove(id, version)).isInstanceOf(StaleEditException.class);

        SignedIn.as(manager, Role.MANAGER);
        assertThat(views.add(draft("Overdue", null, false))).isPositive();
    }

    @Test
    void whatIsRemovedIsGoneForWhoSawItFirstAndEachChangeLeavesATrace() {
        var id = views.add(draft("Overdue", Role.MANAGER, false));
        SignedIn.as(manager, Role.MANAGER);
        views.first(ProgressForm.LIST, id);
        hr();
        views.save(id, 0, draft("Late", Role.MANAGER, true));
        views.remove(id, 1);
        SignedIn.as(manager, Role.MANAGER);
        assertThat(views.standard(ProgressForm.LIST)).isEmpty();
        assertThat(fixture.jdbc()
                        .sql(
                                "select action || ' ' || subject_name || coalesce(' ' || detail, '') from audit_entry order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "SAVED_VIEW_ADDED Overdue shared with MANAGER",
                        "SAVED_VIEW_CHANGED Late shared with MANAGER, seen first",
                        "SAVED_VIEW_REMOVED Late");
    }
}
