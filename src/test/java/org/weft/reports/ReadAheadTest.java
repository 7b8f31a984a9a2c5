package org.weft.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.programs.CycleService;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;
import org.weft.workbook.Rows;

@WeftTest
class ReadAheadTest {

    private static final int MANY = 12_345;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Fixture fixture;

    @Autowired
    private CycleService cycles;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private ReadAhead ahead;

    private final Set<Thread> readers = ConcurrentHashMap.newKeySet();

    @AfterEach
    void noReaderIsLeft() {
        assertThat(readers).isNotEmpty().noneMatch(Thread::isAlive);
    }

    private Rows<Integer> many(AtomicInteger read) {
        return sink -> {
            readers.add(Thread.currentThread());
            IntStream.range(0, MANY).forEach(number -> {
                read.incrementAndGet();
                sink.accept(number);
            });
        };
    }

    private Rows<String> names() {
        return sink -> {
            readers.add(Thread.currentThread());
            jdbc.sql("select family_name from person order by family_name")
                    .query(String.class)
                    .list()
                    .forEach(sink);
        };
    }

    private void inTransaction(Runnable work) {
        var transaction = new TransactionTemplate(transactions);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        transaction.executeWithoutResult(status -> work.run());
    }

    @Test
    void allRowsComeInOrderFromAnotherThread() {
        var come = new ArrayList<Integer>();

        ahead.of(many(new AtomicInteger())).forEach(come::add);

        assertThat(come).isEqualTo(IntStream.range(0, MANY).boxed().toList());
        assertThat(readers).doesNotContain(Thread.currentThread());
    }

    @Test
    void noneAreNone() {
        var come = new ArrayList<Integer>();

        ahead.of((Rows<Integer>) sink -> readers.add(Thread.currentThread())).forEach(come::add);

        assertThat(come).isEmpty();
    }

    @Test
    void whatTheTransactionWroteIsReadInItAndGoesWithIt() {
        var come = new ArrayList<String>();
        var transaction = new TransactionTemplate(transactions);

        transaction.executeWithoutResult(status -> {
            fixture.person("Wilma", "Weaver").add();
            ahead.of(names()).forEach(come::add);
            status.setRollbackOnly();
        });

        assertThat(come).containsExactly("Weaver");
        assertThat(jdbc.sql("select count(*) from person").query(Integer.class).single())
                .isZero();
    }

    @Test
    void theReaderIsWhoeverAsksAndInTheSameTransaction() {
        SignedIn.as(Role.HR);
        var asks = SecurityContextHolder.getContext().getAuthentication();

        inTransaction(() -> ahead.of((Rows<Object>) sink -> {
                    readers.add(Thread.currentThread());
                    // A service with a transaction of its own joins this one and does not end it.
                    cycles.options(new Scope.Everybody());
                    Facts.requireOnePicture();
                    sink.accept(SecurityContextHolder.getContext().getAuthentication());
                })
                .forEach(who -> assertThat(who).isSameAs(asks)));
    }

    @Test
    void whoeverWritesMayStopIt() {
        var read = new AtomicInteger();

        inTransaction(() -> {
            assertThatThrownBy(() -> ahead.of(many(read)).forEach(number -> {
                        throw new CancellationException("enough");
                    }))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("enough");
            // The connection is free again.
            assertThat(jdbc.sql("select 1").query(Integer.class).single()).isOne();
        });

        assertThat(read.get()).isLessThan(MANY);
    }

    @Test
    void whoeverIsInterruptedStopsAndStaysInterrupted() {
        var read = new AtomicInteger();

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> ahead.of(many(read)).forEach(number -> {})).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(read.get()).isLessThan(MANY);
    }

    @Test
    void whatGoesWrongInReadingGoesWrongInWriting() {
        var come = new ArrayList<Integer>();

        assertThatIllegalStateException()
                .isThrownBy(() -> ahead.of((Rows<Integer>) sink -> {
                            readers.add(Thread.currentThread());
                            sink.accept(1);
                            throw new IllegalStateException("The database is gone");
                        })
                        .forEach(come::add))
                .withMessage("The database is gone");

        assertThat(come).isEmpty();
    }

    @Test
    void whileOthersAreAtWorkItReadsAndWritesByTurns() throws Exception {
        var read = new AtomicInteger();
        var written = new AtomicInteger();
        var lead = new AtomicInteger();

        try (var other = dataSource.getConnection()) {
            assertThat(other.isValid(1)).isTrue();
            inTransaction(() -> ahead.of(many(read)).forEach(number -> {
                // What was read before anybody looked is still ahead.
                if (written.incrementAndGet() > MANY / 2) {
                    lead.accumulateAndGet(read.get() - written.get(), Math::max);
                }
            }));
        }

        assertThat(written.get()).isEqualTo(MANY);
        assertThat(lead.get()).isLessThan(500);
    }
}
