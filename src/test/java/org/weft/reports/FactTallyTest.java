package org.weft.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.progress.ProgressService;
import org.weft.progress.ProgressView;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

/** What is counted over the facts as they go by is what the database counts. */
@WeftTest
class FactTallyTest {

    @Autowired
    private CycleCamera camera;

    @Autowired
    private CycleSpans spans;

    @Autowired
    private PeopleFacts people;

    @Autowired
    private ObjectiveFacts objectives;

    @Autowired
    private ConversationFacts conversations;

    @Autowired
    private ProgressService progress;

    @Autowired
    private Fixture fixture;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void signIn() {
        SignedIn.as(Role.HR);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void ofEverybody(long seed) {
        var quarter = new RandomQuarter(fixture, seed);

        same(new Scope.Everybody(), quarter.cycle, 18);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void ofALeadsPeople(long seed) {
        var quarter = new RandomQuarter(fixture, seed);
        var lead = quarter.people.getFirst();
        quarter.people
                .subList(1, 9)
                .forEach(person -> fixture.jdbc()
                        .sql("insert into reporting_line (lead_id, person_id, depth) values (?, ?, 1)")
                        .params(lead, person)
                        .update());

        same(new Scope.Led(lead), quarter.cycle, 9);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void ofThoseAFilterFinds(long seed) {
        var quarter = new RandomQuarter(fixture, seed);
        var filter = ProgressView.of("level=front-line").filter(quarter.cycle);
        var found = progress.matching(new Scope.Everybody(), filter);

        same(progress.within(new Scope.Everybody(), filter), quarter.cycle, found);
    }

    private void same(Scope scope, long cycle, long participants) {
        var transaction = new TransactionTemplate(transactions);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        transaction.executeWithoutResult(status -> {
            var counted = camera.count(scope, cycle);
            var seen = seen(scope, cycle).picture(counted.asOf());

            assertThat(seen.total().participants()).isEqualTo((int) participants);
            assertThat(seen.weeks()).isEqualTo(counted.weeks());
            assertThat(seen.coverage()).isEqualTo(counted.coverage());
            assertThat(exact(seen)).isEqualTo(exact(counted));
            var progress = byGroup(counted);
            seen.cells()
                    .forEach(cell -> assertThat(cell.figures().progress())
                            .isCloseTo(progress.get(cell.key()).figures().progress(), within(1e-9)));
        });
    }

    private FactTally seen(Scope scope, long cycle) {
        var tally = new FactTally(spans.of(cycle));
        tally.people(sink -> people.each(scope, cycle, sink)).forEach(fact -> {});
        tally.objectives(sink -> objectives.each(scope, cycle, sink)).forEach(fact -> {});
        tally.conversations(sink -> conversations.each(scope, cycle, sink)).forEach(fact -> {});
        return tally;
    }

    private static Map<FigureCell.Key, FigureCell> byGroup(CyclePicture picture) {
        return picture.cells().stream().collect(Collectors.toMap(FigureCell::key, Function.identity()));
    }

    /** Without what is added up of fractions. */
    private static Map<FigureCell.Key, FigureCell> exact(CyclePicture picture) {
        return picture.cells().stream()
                .map(cell -> {
                    var figures = cell.figures();
                    return cell.with(new Figures(
                            figures.participants(),
                            figures.talking(),
                            figures.talks(),
                            figures.talksAcross(),
                            figures.atRisk(),
                            0,
                            figures.objectives().entrySet().stream()
                                    .filter(entry -> entry.getValue() > 0)
                                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                            figures.overdue()));
                })
                .collect(Collectors.toMap(FigureCell::key, Function.identity()));
    }
}
