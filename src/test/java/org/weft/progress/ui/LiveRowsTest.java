package org.weft.progress.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.data.provider.DataChangeEvent;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.programs.ParticipantChanges;
import org.weft.progress.ProgressRow;
import org.weft.testing.ViewTest;

/** An open list follows what others change: values where they stand, marks kept, and a way to sort anew. */
class LiveRowsTest extends ViewTest {

    @Autowired
    ParticipantChanges changes;

    @Autowired
    TransactionTemplate transaction;

    long lead;
    long ada;
    long alan;
    long stranger;

    @BeforeEach
    void people() {
        lead = fixture.person("The Lead");
        var cohort = fixture.cohort(fixture.cycle(), "Blue", null);
        ada = fixture.participant(
                cohort, fixture.person("Ada", "Lovelace").manager(lead).add());
        alan = fixture.participant(
                cohort, fixture.person("Alan", "Turing").manager(lead).add());
        stranger = fixture.participant(cohort, fixture.person("Some Stranger"));
        fixture.figures(ada, Map.of("live_count", 4, "completed_count", 1));
        fixture.figures(alan, Map.of("live_count", 4, "completed_count", 2));
    }

    private void open(String query) {
        signIn(lead, Role.MANAGER);
        // Where a sign-in leaves it, and where it is found on any thread that holds the session.
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                        SecurityContextHolder.getContext());
        UI.getCurrent().navigate(ProgressNavigation.LIST, QueryParameters.fromString(query));
        assertThat(test(grid()).size()).isEqualTo(2);
        row(0);
        row(1);
    }

    private ProgressGrid grid() {
        return $(ProgressGrid.class).single();
    }

    private ProgressRow row(int index) {
        return test(grid()).getRow(index);
    }

    /** As a colleague's transaction does, on a thread without session. */
    private void colleague(long participant, Map<String, Object> figures) throws InterruptedException {
        Thread.ofPlatform()
                .start(() -> transaction.executeWithoutResult(status -> {
                    fixture.figures(participant, figures);
                    changes.changed(List.of(participant));
                }))
                .join();
    }

    /** Lets go of the session, as between two requests, until others have had their turn. */
    private boolean happens(BooleanSupplier what) {
        var lock = Objects.requireNonNull(VaadinSession.getCurrent()).getLockInstance();
        var session = VaadinSession.getCurrent();
        for (var tries = 0; tries < 50; tries++) {
            session.unlock();
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            lock.lock();
            if (what.getAsBoolean()) {
                return true;
            }
        }
        return false;
    }

    private boolean offered() {
        return refresh().isVisible();
    }

    private Button refresh() {
        return (Button) $(LiveProgress.class).single().getChildren().findFirst().orElseThrow();
    }

    @Test
    void aRowChangesWhereItStandsAndTheMarksStay() throws Exception {
        open("sort=-done");
        grid().marked().selectFromClient(row(1));
        assertThat(row(0).completed()).isEqualTo(2);

        colleague(ada, Map.of("completed_count", 3));

        assertThat(happens(this::offered)).as("one would stand elsewhere").isTrue();
        assertThat(refresh().getText()).isEqualTo("One change · Refresh");
        assertThat(grid().marked().size()).isEqualTo(1);
        assertThat(grid().marked().selection().contains(ada)).isTrue();

        refresh().click();
        assertThat(row(0).id()).as("sorted anew").isEqualTo(ada);
        assertThat(offered()).isFalse();
        assertThat(grid().marked().selection().contains(ada)).isTrue();
    }

    @Test
    void whatDoesNotMoveARowOffersNothing() throws Exception {
        open("sort=name");
        var refreshed = new AtomicInteger();
        grid().getDataProvider().addDataProviderListener(event -> refreshed.incrementAndGet());
        colleague(ada, Map.of("completed_count", 3));

        assertThat(happens(() -> refreshed.get() > 0)).isTrue();
        assertThat(offered()).isFalse();
    }

    @Test
    void whoIsNotInScopeIsNotRead() throws Exception {
        open("sort=name");
        colleague(stranger, Map.of("completed_count", 3));
        colleague(alan, Map.of("conversation_count", 9));

        assertThat(test(grid()).size()).isEqualTo(2);
        assertThat(offered()).isFalse();
    }

    @Test
    void whoNoLongerMatchesStaysUntilTheListIsReadAnew() throws Exception {
        signIn(lead, Role.MANAGER);
        fixture.figures(ada, Map.of("health", "AT_RISK"));
        fixture.figures(alan, Map.of("health", "AT_RISK"));
        open("state=at-risk");

        colleague(alan, Map.of("health", "ON_TRACK"));

        assertThat(happens(this::offered)).isTrue();
        assertThat(test(grid()).size()).isEqualTo(2);
        refresh().click();
        assertThat(test(grid()).size()).isEqualTo(1);
    }

    @Test
    void subtotalsOfOpenGroupsFollowAndTheMarksStay() throws Exception {
        open("sort=name");
        UI.getCurrent().navigate(ProgressNavigation.LIST, QueryParameters.fromString("sort=name&group=level"));
        var groups = $(GroupedGrid.class).single();
        var group = groups.getDataProvider()
                .fetchChildren(new HierarchicalQuery<>(null, null))
                .findFirst()
                .orElseThrow();
        groups.toggle(group);
        var people = groups.getDataProvider()
                .fetchChildren(new HierarchicalQuery<>(null, group))
                .toList();
        groups.marked().selectFromClient(people.getFirst());
        var shown = new ArrayList<GroupedLine>(List.of(group));
        groups.getDataProvider().addDataProviderListener(event -> {
            if (event instanceof DataChangeEvent.DataRefreshEvent<GroupedLine> refreshed
                    && refreshed.getItem() instanceof GroupedLine.Group now) {
                shown.add(now);
            }
        });
        assertThat(completed(shown)).isEqualTo(3);

        colleague(ada, Map.of("completed_count", 3));

        assertThat(happens(() -> completed(shown) == 5)).isTrue();
        assertThat(groups.isExpanded(group)).isTrue();
        assertThat(groups.marked().size()).isEqualTo(1);
    }

    private static long completed(List<GroupedLine> shown) {
        return ((GroupedLine.Group) shown.getLast()).group().completed();
    }
}
