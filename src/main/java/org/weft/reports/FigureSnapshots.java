package org.weft.reports;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Scope;

/**
 * Says when a cycle's picture is taken anew: by a job once a minute, and at once for who looks at a small cycle, both
 * only if something happened since. Never by two at a time, on whatever nodes they are.
 */
@Component
class FigureSnapshots {

    private static final Logger log = LoggerFactory.getLogger(FigureSnapshots.class);

    /** Up to so many participants a picture takes about a second, and a reader need not wait for the job. */
    static final int SMALL = 50_000;

    /** A reader of a small cycle sees what is no older than this. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    /** However large the cycle, no more than a twentieth of the time goes into its pictures. */
    private static final int LEAST_PAUSE = 20;

    /** A change is dated before it can be seen: what began so long before a picture may be missing in it. */
    static final Duration GRACE = Duration.ofMinutes(2);

    /** What is overdue changes by the day, at another hour in every zone, and mail is sent without a trace in the trail. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final FigureStore store;
    private final CycleCamera camera;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FigureSnapshots(
            FigureStore store,
            CycleCamera camera,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.camera = camera;
        this.jdbc = jdbc;
        this.clock = clock;
        transaction = new TransactionTemplate(transactions);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * The picture of a cycle, taken anew first if that is quick and something happened. Call it outside a transaction.
     *
     * @return empty for a large cycle of which none was taken yet
     */
    Optional<CyclePicture> read(long cycleId) {
        if (due(cycleId, FRESH) && small(cycleId)) {
            take(cycleId);
        }
        return store.read(cycleId);
    }

    /** Takes the pictures that are due. One that fails leaves the others alone. */
    void renew() {
        for (var cycleId : candidates()) {
            try {
                if (due(cycleId, Duration.ZERO)) {
                    take(cycleId);
                }
            } catch (RuntimeException e) {
                log.error("The figures of cycle {} could not be taken", cycleId, e);
            }
        }
    }

    /** Cycles that run, or ended so lately that somebody may still be completing them, and those never taken. */
    private List<Long> candidates() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return jdbc.sql("""
                        select cy.id from cycle cy join program p on p.id = cy.program_id
                        left join figure_cycle f on f.cycle_id = cy.id
                        where p.status <> 'ARCHIVED'
                            and (f.as_of is null or cy.starts_on <= :soon and cy.ends_on >= :lately)
                        order by cy.starts_on desc, cy.id""")
                .param("soon", today.plusDays(1))
                .param("lately", today.minusDays(14))
                .query(Long.class)
                .list();
    }

    private boolean due(long cycleId, Duration fresh) {
        var age = store.age(cycleId);
        var asOf = age.asOf();
        if (asOf == null) {
            return true;
        }
        var now = clock.instant();
        var passed = Duration.between(asOf, now);
        if (passed.compareTo(fresh) < 0 || passed.toMillis() < LEAST_PAUSE * age.tookMillis()) {
            return false;
        }
        return passed.compareTo(LONGEST) >= 0 || changedSince(asOf.minus(GRACE));
    }

    /** Whether anything happened, anywhere: two looks into an index. */
    boolean changedSince(Instant moment) {
        return jdbc.sql("""
                        select case when exists (select 1 from audit_entry where at >= :moment)
                            or exists (select 1 from assignment_event where at >= :moment) then true else false end""")
                .param("moment", Timestamp.from(moment))
                .query(Boolean.class)
                .single();
    }

    private boolean small(long cycleId) {
        return jdbc.sql("select coalesce(sum(member_count), 0) from cohort where cycle_id = :cycle")
                        .param("cycle", cycleId)
                        .query(Long.class)
                        .single()
                < SMALL;
    }

    /** Takes a picture now, unless somebody else is at it. */
    void take(long cycleId) {
        try {
            store.open(cycleId);
            transaction.executeWithoutResult(status -> {
                if (store.lock(cycleId)) {
                    var start = System.nanoTime();
                    var picture = camera.take(new Scope.Everybody(), cycleId);
                    store.write(cycleId, picture, (System.nanoTime() - start) / 1_000_000);
                }
            });
        } catch (TransientDataAccessException e) {
            // Somebody else has just taken one: theirs is as good.
            log.debug("The figures of cycle {} were taken meanwhile", cycleId, e);
        }
    }
}
