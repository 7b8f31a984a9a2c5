package org.weft.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

@WeftTest
class AuditLogTest {

    private static final AuditFilter ALL = AuditFilter.everything(ZoneOffset.UTC);

    @Autowired
    AuditLog log;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @BeforeEach
    void someEntries() {
        SignedIn.as(Role.HR);
        record("PROGRAM_ADDED", "First", null);
        clock.advance(Duration.ofHours(1));
        record("PROGRAM_CHANGED", "Second", 7L);
        record("PROGRAM_CHANGED", "Third", 8L);
        SignedIn.as(Role.ADMIN);
    }

    @Test
    void theNewestComesFirst() {
        assertThat(names(ALL)).containsExactly("Third", "Second", "First");
        assertThat(log.count(ALL)).isEqualTo(3);
        assertThat(log.list(ALL, PageRequest.of(1, 2)))
                .extracting(AuditRow::subjectName)
                .containsExactly("First");
        var newest = log.list(ALL, Pageable.ofSize(1)).getFirst();
        assertThat(newest.at()).isEqualTo(TestClock.START.plus(Duration.ofHours(1)));
        assertThat(newest.actorName()).isEqualTo("Test hr");
        assertThat(newest.personId()).isEqualTo(8);
    }

    @Test
    void entriesAreFoundByActionActorAndPerson() {
        assertThat(names(ALL.withAction("PROGRAM_ADDED"))).containsExactly("First");
        assertThat(names(ALL.withPerson(7L))).containsExactly("Second");
        assertThat(names(ALL.withActor("TEST H"))).hasSize(3);
        assertThat(names(ALL.withActor("%"))).isEmpty();
        assertThat(names(ALL.withActor("nul\u0000"))).isEmpty();
        assertThat(names(ALL.withAction("PROGRAM_ADDED").withPerson(7L))).isEmpty();
        assertThat(log.actions()).containsExactly("PROGRAM_ADDED", "PROGRAM_CHANGED");
    }

    @Test
    void daysBeginAndEndWhereTheReaderIs() {
        clock.set(Instant.parse("2026-11-20T23:30:00Z"));
        record("PROGRAM_CHANGED", "Late", null);
        var friday = LocalDate.of(2026, 11, 20);
        assertThat(names(ALL.withDays(friday, friday))).containsExactly("Late");
        assertThat(names(ALL.withDays(friday, null))).containsExactly("Late");
        assertThat(names(ALL.withDays(null, friday.minusDays(1)))).hasSize(3);

        var berlin = AuditFilter.everything(ZoneId.of("Europe/Berlin"));
        assertThat(names(berlin.withDays(friday, friday))).isEmpty();
        assertThat(names(berlin.withDays(friday.plusDays(1), friday.plusDays(1))))
                .containsExactly("Late");
    }

    @Test
    void onlyHrAndAdministratorsReadIt() {
        SignedIn.as(Role.MANAGER, Role.EXECUTIVE, Role.MEMBER);
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> log.list(ALL, Pageable.ofSize(1)));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> log.count(ALL));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(log::actions);
    }

    private void record(String action, String name, @Nullable Long personId) {
        transaction.executeWithoutResult(status ->
                trail.record(AuditEvent.of(action, "program", 1L, name).about(personId)));
    }

    private List<@Nullable String> names(AuditFilter filter) {
        return log.list(filter, Pageable.unpaged()).stream()
                .map(AuditRow::subjectName)
                .toList();
    }
}
