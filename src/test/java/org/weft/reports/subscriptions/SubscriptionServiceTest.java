package org.weft.reports.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.weft.access.Role;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.progress.ProgressView;
import org.weft.progress.Statements;
import org.weft.reports.Quarter;
import org.weft.reports.ReportKind;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;
import org.weft.workbook.FileFormat;

@WeftTest
class SubscriptionServiceTest {

    private static final long HR = SubscriptionScene.HR;
    private static final long LEAD = SubscriptionScene.LEAD;
    private static final long EXECUTIVE = SubscriptionScene.EXECUTIVE;

    @Autowired
    SubscriptionService service;

    @Autowired
    UnsubscribeService unsubscribe;

    @Autowired
    SubscriptionLinks links;

    @Autowired
    SubscriptionScene scene;

    @Autowired
    Fixture fixture;

    @Autowired
    TestClock clock;

    private Quarter quarter;

    @BeforeEach
    void quarter() {
        quarter = scene.quarter();
        scene.signIn(LEAD);
    }

    private long own() {
        scene.signIn(LEAD);
        return service.add(scene.draft(ReportKind.TEAM, Delivery.ATTACHMENT, LEAD));
    }

    private long forOthers(Long... recipients) {
        scene.signIn(HR);
        return service.add(scene.draft(ReportKind.TEAM, Delivery.LINK, recipients));
    }

    private List<Long> seenBy(long account) {
        scene.signIn(account);
        return service.list().stream().map(SubscriptionRow::id).toList();
    }

    private List<String> trail() {
        return fixture.jdbc()
                .sql("select action || ' ' || actor_name from audit_entry order by id")
                .query(String.class)
                .list();
    }

    private String problem(SubscriptionDraft draft) {
        var problem = catchThrowableOfType(InvalidInputException.class, () -> service.add(draft));
        return problem.field() + " " + problem.text().key();
    }

    @Test
    void whoSubscribesSeesWhenTheNextOneComesWhereTheyAre() {
        fixture.jdbc()
                .sql("update account set time_zone = 'Europe/Berlin' where id = ?")
                .param(LEAD)
                .update();
        scene.signIn(LEAD);
        var draft = scene.draft(ReportKind.TEAM, Delivery.ATTACHMENT, LEAD);
        assertThat(service.next(draft, null)).contains(ZonedDateTime.parse("2026-11-23T07:00:00+01:00[Europe/Berlin]"));
        service.add(draft);

        var row = service.list().getFirst();
        assertThat(row.next()).contains(ZonedDateTime.parse("2026-11-23T07:00:00+01:00[Europe/Berlin]"));
        assertThat(row.about()).startsWith("Program");
        assertThat(row.mine() && row.changeable()).isTrue();
        assertThat(row.forOthers()).isFalse();
        assertThat(trail()).containsExactly("SUBSCRIPTION_ADDED Lena Lead");
    }

    @Test
    void everybodyElseSubscribesThemselvesAndOnlyHrOthers() {
        assertThat(problem(scene.draft(ReportKind.TEAM, Delivery.LINK, LEAD, EXECUTIVE)))
                .isEqualTo("recipients reports.subscription.error.onlyMe");
        assertThatThrownBy(() -> service.recipients(ReportKind.TEAM, "", PageRequest.of(0, 10)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> service.add(scene.draft(ReportKind.FACTS, Delivery.LINK, LEAD)))
                .as("a report for HR")
                .isInstanceOf(AccessDeniedException.class);

        scene.signIn(HR);
        assertThat(service.recipients(ReportKind.TEAM, "lena", PageRequest.of(0, 10)))
                .containsExactly(new RecipientOption(LEAD, "Lena Lead", "account72@example.com"));
        assertThat(problem(scene.draft(ReportKind.TEAM, Delivery.LINK, LEAD, EXECUTIVE)))
                .as("no report for executives")
                .isEqualTo("recipients reports.subscription.error.mayNot");
        assertThat(problem(scene.draft(ReportKind.TEAM, Delivery.LINK)))
                .isEqualTo("recipients reports.subscription.error.nobody");
        SignedIn.as(quarter.salesPeople[1], Role.MEMBER);
        assertThatThrownBy(service::list).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void itIsAboutAProgramOrACycleInWhichTheAccountSeesSomebody() {
        var elsewhere = fixture.cycle();
        fixture.participant(fixture.cohort(elsewhere, "Others", null), quarter.productionPeople[0]);
        assertThat(service.choices(ReportKind.TEAM))
                .extracting(CycleChoice::cycleId)
                .containsExactly(null, quarter.cycle);
        assertThat(problem(draft(elsewhere))).isEqualTo("about reports.subscription.error.about");
        assertThat(problem(new SubscriptionDraft(
                        new SubscribedReport(ReportKind.TEAM, null, null),
                        SubscriptionScene.MONDAYS,
                        Delivery.LINK,
                        Set.of(LEAD))))
                .isEqualTo("about reports.subscription.error.about");

        clock.set(Instant.parse("2027-01-05T00:00:00Z"));
        assertThat(problem(draft(quarter.cycle))).isEqualTo("about reports.subscription.error.over");
    }

    private SubscriptionDraft draft(long cycle) {
        return new SubscriptionDraft(
                new SubscribedReport(ReportKind.TEAM, null, cycle),
                SubscriptionScene.MONDAYS,
                Delivery.LINK,
                Set.of(LEAD));
    }

    @Test
    void aMonthlyOneHasADayEveryMonthHas() {
        for (var day : new int[] {0, 29, 30, 32}) {
            assertThat(problem(new SubscriptionDraft(
                            scene.running(ReportKind.TEAM),
                            new Timing(Rhythm.MONTHLY, DayOfWeek.MONDAY, day, LocalTime.NOON),
                            Delivery.LINK,
                            Set.of(LEAD))))
                    .isEqualTo("monthDay reports.subscription.error.monthDay");
        }
    }

    @Test
    void itIsSeenByWhoOwnsOrGetsItAndByHrWhereItIsForOthers() {
        var own = own();
        var hrsOwn = forOthers(HR);
        var shared = forOthers(HR, LEAD);
        scene.account(74, "Hanna Human", null, Role.HR);

        assertThat(seenBy(LEAD)).containsExactly(own, shared);
        assertThat(seenBy(HR)).containsExactly(hrsOwn, shared);
        assertThat(seenBy(74)).containsExactly(shared);
        assertThat(service.list().getFirst().changeable()).isTrue();
        assertThat(seenBy(EXECUTIVE)).isEmpty();
        for (var one : List.of(own, hrsOwn, shared)) {
            assertThatThrownBy(() -> service.get(one)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> service.end(one)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> service.tryNow(one)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> service.activate(one, 0, false)).isInstanceOf(NotFoundException.class);
        }
        scene.signIn(LEAD);
        assertThatThrownBy(() -> service.save(shared, 0, scene.draft(ReportKind.TEAM, Delivery.LINK, LEAD)))
                .as("whoever gets it does not own it")
                .isInstanceOf(NotFoundException.class);
        service.tryNow(shared);
    }

    @Test
    void howManyThereAreMakesNoDifferenceToTheStatements() {
        own();
        forOthers(HR, LEAD);
        scene.signIn(HR);
        var few = Statements.of(() -> service.list());
        for (var i = 0; i < 10; i++) {
            scene.signIn(HR);
            forOthers(HR, LEAD);
        }
        clock.set(Instant.parse(SubscriptionScene.FIRST_MONDAY));
        scene.jobs();
        scene.signIn(HR);

        assertThat(service.list())
                .hasSize(11)
                .allMatch(row -> row.recipients().stream()
                        .allMatch(one -> one.last() != null && one.last().state() == RunState.SENT));
        assertThat(Statements.of(() -> service.list())).hasSameSizeAs(few).hasSize(4);
    }

    @Test
    void itsFilterIsToldAsOfThePeopleItsReaderSees() {
        scene.signIn(HR);
        service.add(scene.filtered(ReportKind.TEAM, "team=" + quarter.production + "&state=overdue", LEAD));
        service.add(scene.filtered(ReportKind.OVERDUE, "team=" + quarter.sales + "&columns=name", HR, LEAD));
        assertThat(service.list())
                .extracting(row -> row.filter().toString())
                .satisfiesExactly(
                        words -> assertThat(words).contains("Production", "progress.state.OVERDUE"),
                        words -> assertThat(words).contains("Sales"));
        assertThat(service.list().getLast().report().columns())
                .as("a report without a row for each person")
                .isEmpty();
        assertThat(Statements.of(() -> service.list()))
                .as("the cycles and the names, for all of them")
                .hasSize(6);
        var filter = service.filter(service.list().getFirst().report());
        assertThat(filter).isEqualTo(service.list().getFirst().filter());

        scene.signIn(LEAD);
        assertThat(service.list())
                .extracting(row -> row.filter().toString())
                .satisfiesExactly(
                        words -> assertThat(words)
                                .contains("progress.facet.unknown")
                                .doesNotContain("Production"),
                        words -> assertThat(words).contains("Sales"));
    }

    @Test
    void itIsOfSomePeopleAloneWhereNoGroupIsHidden() {
        scene.signIn(HR);
        assertThat(problem(scene.filtered(ReportKind.EXECUTIVE, "level=front-line", HR, EXECUTIVE)))
                .isEqualTo("recipients reports.subscription.error.mayNotFilter");
        service.add(scene.filtered(ReportKind.EXECUTIVE, "level=front-line", HR));
        assertThat(problem(
                        scene.filtered(ReportKind.TEAM, "q=" + "ü".repeat(200) + "&location=" + "ü".repeat(200), HR)))
                .isEqualTo("view reports.filter.long");
        scene.signIn(EXECUTIVE);
        assertThat(problem(scene.filtered(ReportKind.EXECUTIVE, "level=front-line", EXECUTIVE)))
                .isEqualTo("view reports.filter.refused");
    }

    @Test
    void anEditNamesWhatItStartedFromAndAnotherTimeBeginsAnew() {
        var id = own();
        var stored = service.get(id);
        var tuesdays = new SubscriptionDraft(
                new SubscribedReport(
                        ReportKind.TEAM, FileFormat.CSV, ProgressView.of("state=overdue"), scene.program(), null),
                new Timing(Rhythm.WEEKLY, DayOfWeek.TUESDAY, 1, LocalTime.of(7, 0)),
                Delivery.LINK,
                Set.of(LEAD));
        clock.set(Instant.parse("2026-11-24T12:00:00Z"));
        service.save(id, stored.version(), tuesdays);

        assertThatThrownBy(() -> service.save(id, stored.version(), stored.draft()))
                .isInstanceOf(StaleEditException.class);
        assertThat(scene.jobs()).as("this morning was before the change").isZero();
        scene.signIn(LEAD);
        assertThat(service.get(id).draft()).isEqualTo(tuesdays);
        assertThat(service.list().getFirst().next().map(ZonedDateTime::toLocalDate))
                .contains(LocalDate.of(2026, 12, 1));
        assertThat(trail().getLast()).isEqualTo("SUBSCRIPTION_CHANGED Lena Lead");
    }

    @Test
    void aPauseIsNotMadeUpFor() {
        var id = own();
        service.activate(id, service.get(id).version(), false);
        assertThat(service.list().getFirst().next()).isEmpty();
        clock.set(Instant.parse(SubscriptionScene.FIRST_MONDAY));
        assertThat(scene.jobs()).isZero();
        clock.advance(Duration.ofHours(2));
        scene.signIn(LEAD);
        service.activate(id, service.get(id).version(), true);
        assertThat(scene.jobs()).isZero();
        clock.advance(Duration.ofDays(7));
        assertThat(scene.jobs()).isOne();
        assertThat(trail()).contains("SUBSCRIPTION_PAUSED Lena Lead", "SUBSCRIPTION_RESUMED Lena Lead");
    }

    @Test
    void whoIsAddedGetsTheNextOneAndWhoIsTakenOutNone() {
        var id = forOthers(HR);
        clock.set(Instant.parse(SubscriptionScene.FIRST_MONDAY).plusSeconds(60));
        scene.signIn(HR);
        service.save(id, service.get(id).version(), scene.draft(ReportKind.TEAM, Delivery.LINK, LEAD));

        assertThat(scene.jobs()).as("it was due before").isZero();
        clock.advance(Duration.ofDays(7));
        scene.jobs();
        assertThat(scene.outcomes()).containsExactly("72 SENT");
    }

    @Test
    void whoGetsItLeavesAndTheLastToLeaveEndsIt() {
        var id = forOthers(HR, LEAD);
        scene.signIn(LEAD);
        service.leave(id);
        assertThat(service.list()).isEmpty();
        assertThat(seenBy(HR)).containsExactly(id);
        service.leave(id);
        assertThat(service.list()).isEmpty();
        assertThat(fixture.count("report_subscription")).isZero();
        service.end(id);
        assertThat(trail()).containsSubsequence("SUBSCRIPTION_LEFT Lena Lead", "SUBSCRIPTION_LEFT Helga Human");
    }

    @Test
    void whoEndsItEndsItForAll() {
        var id = forOthers(HR, LEAD);
        service.end(id);
        assertThat(fixture.count("report_recipient")).isZero();
        assertThat(trail().getLast()).isEqualTo("SUBSCRIPTION_ENDED Helga Human");
    }

    @Test
    void theLinkOfAMailEndsItForItsRecipientWithoutSignIn() {
        var id = forOthers(HR, LEAD);
        var recipient = fixture.jdbc()
                .sql("select id from report_recipient where account_id = ?")
                .param(LEAD)
                .query(Long.class)
                .single();
        var token = links.token(recipient);
        SecurityContextHolder.clearContext();

        assertThat(unsubscribe.find(token))
                .hasValueSatisfying(ending -> assertThat(ending.kind()).isEqualTo(ReportKind.TEAM));
        assertThat(fixture.count("report_recipient"))
                .as("a look changes nothing")
                .isEqualTo(2);
        assertThat(unsubscribe.end(token)).isTrue();
        assertThat(unsubscribe.end(token)).as("a second time").isTrue();
        assertThat(unsubscribe.find(token)).isEmpty();
        for (var none :
                List.of("", "x", token.substring(1), links.token(recipient).replace(token, "A".repeat(43)))) {
            assertThat(unsubscribe.end(none)).isFalse();
            assertThat(unsubscribe.find(none)).isEmpty();
        }
        assertThat(seenBy(HR)).containsExactly(id);
        assertThat(service.list().getFirst().recipients())
                .extracting(Recipient::accountId)
                .containsExactly(HR);
        assertThat(trail().getLast()).isEqualTo("SUBSCRIPTION_LEFT Weft");
    }

    @Test
    void oneTryAtATimeAndAnAccountOwnsNoMoreThanSoMany() {
        var id = own();
        service.tryNow(id);
        clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> service.tryNow(id))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.text().key()).isEqualTo("reports.subscription.error.trial"));
        for (var i = 1; i < SubscriptionService.MOST; i++) {
            own();
        }
        assertThatThrownBy(this::own)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.text().key()).isEqualTo("reports.subscription.error.many"));
    }

    @Test
    void anArchivedProgramIsReportedNoMore() {
        own();
        fixture.jdbc().sql("update program set status = 'ARCHIVED'").update();
        clock.set(Instant.parse(SubscriptionScene.FIRST_MONDAY));
        assertThat(scene.jobs()).isZero();
        scene.signIn(LEAD);
        assertThat(service.list().getFirst().next()).isEmpty();
    }
}
