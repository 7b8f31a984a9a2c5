package org.weft.reports;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Scope;
import org.weft.base.KeptFigure;
import org.weft.base.KeptFigure.Example;
import org.weft.base.KeptFigure.Finding;

/**
 * Proves the pictures of cycles since which nothing has happened. Of the others nothing can be said: they are not wrong but
 * old, and are taken anew.
 */
@Component
class FigureProof {

    private final JdbcClient jdbc;
    private final FigureStore store;
    private final CycleCamera camera;
    private final FigureSnapshots snapshots;
    private final TransactionTemplate trial;

    FigureProof(
            JdbcClient jdbc,
            FigureStore store,
            CycleCamera camera,
            FigureSnapshots snapshots,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.store = store;
        this.camera = camera;
        this.snapshots = snapshots;
        trial = new TransactionTemplate(transactions);
        trial.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Finding check() {
        var compared = comparable();
        var wrong = compared.stream().flatMap(cycle -> compare(cycle).stream()).toList();
        return new Finding(
                compared.size(),
                wrong.size(),
                wrong.stream().limit(KeptFigure.EXAMPLES).toList());
    }

    long mend() {
        var wrong = comparable().stream()
                .filter(cycle -> compare(cycle).isPresent())
                .toList();
        wrong.forEach(snapshots::take);
        return wrong.size();
    }

    private List<Long> comparable() {
        return jdbc
                .sql("select cycle_id from figure_cycle where as_of is not null order by cycle_id")
                .query(Long.class)
                .list()
                .stream()
                .filter(this::nothingHappenedSince)
                .toList();
    }

    private boolean nothingHappenedSince(long cycleId) {
        var asOf = store.age(cycleId).asOf();
        if (asOf == null) {
            return false;
        }
        var moment = asOf.minus(FigureSnapshots.GRACE);
        // Mail goes out without a trace in the trail.
        return !snapshots.changedSince(moment)
                && jdbc.sql("select count(*) from message where sent_at >= :moment")
                                .param("moment", Timestamp.from(moment))
                                .query(Long.class)
                                .single()
                        == 0;
    }

    /** Writes it anew, so that both went through the same columns, compares, and takes that back. */
    private Optional<Example> compare(long cycleId) {
        return Objects.requireNonNull(trial.execute(status -> {
            status.setRollbackOnly();
            var kept = store.lock(cycleId) ? store.read(cycleId) : Optional.<CyclePicture>empty();
            return kept.flatMap(picture -> {
                store.write(cycleId, camera.take(new Scope.Everybody(), cycleId, picture.asOf()), 0);
                return difference(cycleId, picture, store.read(cycleId).orElseThrow());
            });
        }));
    }

    private static Optional<Example> difference(long cycleId, CyclePicture kept, CyclePicture expected) {
        var ones = parts(kept);
        var others = parts(expected);
        return IntStream.range(0, Math.max(ones.size(), others.size()))
                .filter(at -> !Objects.equals(part(ones, at), part(others, at)))
                .mapToObj(at -> new Example(
                        "figure_cycle " + cycleId,
                        Objects.toString(part(ones, at), "–"),
                        Objects.toString(part(others, at), "–")))
                .findFirst();
    }

    private static List<Object> parts(CyclePicture picture) {
        var parts = new ArrayList<Object>(picture.cells());
        parts.addAll(picture.weeks());
        parts.addAll(picture.objectives());
        parts.add(picture.coverage());
        return parts;
    }

    private static @Nullable Object part(List<Object> parts, int at) {
        return at < parts.size() ? parts.get(at) : null;
    }
}
