package org.weft.programs;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Notes down whose figures or copies a transaction changes ({@code progress_change}), for the grids that stand open.
 * Whatever writes a column of {@code participant} that lists show says so here.
 *
 * <p>A transaction writes once, at its end and set-based: a row for each participant, or, where they are many, one row
 * for each of their cycles.
 *
 * @see <a href="file:docs/decisions/009-open-grids-follow-a-table.md">decision 008</a>
 */
@Component
public class ParticipantChanges {

    /** Past this many, reading all that is shown costs less than being told of each. */
    static final int MANY = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ParticipantChanges(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** These participants changed or are about to, or are new. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(Collection<Long> participantIds) {
        if (!participantIds.isEmpty()) {
            pending().add(participantIds);
        }
    }

    /** These participants are about to be taken out. Said while they are still there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leaving(Collection<Long> participantIds) {
        if (participantIds.size() > MANY) {
            pending().cycles.addAll(cyclesOf(participantIds));
        } else if (!participantIds.isEmpty()) {
            pending();
            write(participantIds);
        }
    }

    private Pending pending() {
        for (var known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof Pending pending) {
                return pending;
            }
        }
        var pending = new Pending();
        TransactionSynchronizationManager.registerSynchronization(pending);
        events.publishEvent(new ParticipantsChanged());
        return pending;
    }

    private void write(Collection<Long> participantIds) {
        jdbc.sql("""
                        insert into progress_change (cycle_id, participant_id, at)
                        select pt.cycle_id, pt.id, cast(:at as timestamp with time zone)
                        from participant pt where pt.id in (:ids)""")
                .param("at", Timestamp.from(clock.instant()))
                .param("ids", participantIds)
                .update();
    }

    private void writeMany(Collection<Long> cycleIds) {
        jdbc.sql("""
                        insert into progress_change (cycle_id, at)
                        select c.id, cast(:at as timestamp with time zone) from cycle c where c.id in (:ids)""")
                .param("at", Timestamp.from(clock.instant()))
                .param("ids", cycleIds)
                .update();
    }

    private Set<Long> cyclesOf(Collection<Long> participantIds) {
        var cycles = new HashSet<Long>();
        for (var ids : Leaving.chunks(participantIds)) {
            cycles.addAll(jdbc.sql("select distinct pt.cycle_id from participant pt where pt.id in (:ids)")
                    .param("ids", ids)
                    .query(Long.class)
                    .list());
        }
        return cycles;
    }

    /** What one transaction has changed so far. */
    private final class Pending implements TransactionSynchronization {

        private final Set<Long> participants = new HashSet<>();
        private final Set<Long> cycles = new HashSet<>();

        void add(Collection<Long> participantIds) {
            participants.addAll(participantIds);
            if (participants.size() > MANY) {
                cycles.addAll(cyclesOf(participants));
                participants.clear();
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!cycles.isEmpty()) {
                writeMany(cycles);
            }
            if (!participants.isEmpty()) {
                write(participants);
            }
        }
    }
}
