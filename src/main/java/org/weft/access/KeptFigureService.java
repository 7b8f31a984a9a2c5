package org.weft.access;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.KeptFigure;

/**
 * Proves that the figures kept by every feature equal what they come from, and sets right those that do not. The outcome
 * of the last check is remembered, whoever asked for it.
 */
@Service
@PreAuthorize("hasRole('ADMIN')")
public class KeptFigureService {

    private final List<KeptFigure> figures;
    private final CheckOutcomes outcomes;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeptFigureService(
            List<KeptFigure> figures,
            CheckOutcomes outcomes,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.figures = List.copyOf(figures);
        this.outcomes = outcomes;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Is told how far the work is, a kind at a time. */
    @FunctionalInterface
    public interface Steps {
        void at(long done, long total);
    }

    /** All kinds with their last outcome, in the order they depend on each other. */
    public List<KeptFigureRow> list() {
        var known = outcomes.read();
        return figures.stream()
                .map(figure -> {
                    var outcome = known.get(figure.name());
                    return new KeptFigureRow(
                            figure.name(),
                            figure.title(),
                            figure.explanation(),
                            outcome == null ? null : outcome.at(),
                            outcome == null ? null : outcome.finding());
                })
                .toList();
    }

    /** Works out every figure of the portal and compares: seconds, or minutes where there are millions. */
    public List<KeptFigureRow> check(Steps steps) {
        var done = 0;
        for (var figure : figures) {
            steps.at(done++, figures.size());
            var at = clock.instant();
            outcomes.save(figure.name(), at, figure.check());
        }
        return list();
    }

    /**
     * Sets right what differs of these kinds, each in a transaction of its own with its entry in the trail, and checks all
     * again.
     *
     * @return how many rows were set right
     */
    public long setRight(Collection<String> names, Steps steps) {
        var mended = 0L;
        for (var figure : figures) {
            if (names.contains(figure.name())) {
                mended += transaction.execute(status -> mend(figure));
            }
        }
        check(steps);
        return mended;
    }

    private long mend(KeptFigure figure) {
        var rows = figure.mend();
        if (rows > 0) {
            audit.record(AuditEvent.of("FIGURES_SET_RIGHT", "figures", null, figure.name())
                    .detail("rows: " + rows));
        }
        return rows;
    }
}
