package org.weft.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;
import org.weft.workbook.Rows;

/**
 * Reads the next rows from the database while those before are written: by a second thread, in the transaction of the
 * first, which leaves the connection alone meanwhile. Whether all went well or not, the second thread has ended when the
 * rows are through.
 *
 * <p>A report takes two processors only as long as nobody else is at work: meanwhile it reads and writes by turns.
 *
 * @see <a href="../../../../../../docs/decisions/034-facts-are-read-ahead.md">decision 034</a>
 */
@Component
class ReadAhead {

    /** Rows handed over at a time: enough that handing over costs nothing. */
    private static final int CHUNK = 500;

    /** Chunks that may wait to be written: more than are written while the database is asked for the next. */
    private static final int WAITING = 10;

    private static final long LOOK_UP_MILLIS = 50;

    /** How long by turns after somebody else was seen at work, who may be reading and soon ask again. */
    private static final long BY_TURNS_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final long TURN_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final OtherWork others;

    ReadAhead(OtherWork others) {
        this.others = others;
    }

    /** The same rows in the same order, read ahead. */
    <T> Rows<T> of(Rows<T> rows) {
        return sink -> new Handover<T>().run(rows, sink);
    }

    private final class Handover<T> {

        private final BlockingQueue<List<T>> read = new ArrayBlockingQueue<>(WAITING);
        private final AtomicInteger unwritten = new AtomicInteger();
        private volatile long byTurnsUntil = System.nanoTime();
        private volatile boolean unwanted;
        private volatile @Nullable Throwable failure;

        void run(Rows<T> rows, Consumer<? super T> sink) {
            var transaction = SharedTransaction.current();
            var reader = Thread.ofPlatform()
                    .name("report-reader")
                    .start(new DelegatingSecurityContextRunnable(() -> transaction.with(() -> read(rows))));
            try {
                for (var chunk = read.take(); !chunk.isEmpty(); chunk = read.take()) {
                    if (others.underWay()) {
                        byTurnsUntil = System.nanoTime() + BY_TURNS_NANOS;
                    }
                    chunk.forEach(sink);
                    unwritten.decrementAndGet();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("Nobody waits for these rows any more");
            } finally {
                unwanted = true;
                await(reader);
            }
            rethrow();
        }

        /** The last chunk is empty, also after a failure. */
        private void read(Rows<T> rows) {
            try {
                var chunks = new Chunks();
                rows.forEach(chunks);
                chunks.handOver();
            } catch (Throwable e) {
                failure = e;
            }
            handOver(List.of());
        }

        private final class Chunks implements Consumer<T> {

            private List<T> chunk = new ArrayList<>(CHUNK);

            @Override
            public void accept(T row) {
                chunk.add(row);
                if (chunk.size() == CHUNK) {
                    handOver();
                }
            }

            void handOver() {
                if (!chunk.isEmpty()) {
                    if (!Handover.this.handOver(chunk)) {
                        throw new CancellationException("Nobody waits for these rows any more");
                    }
                    chunk = new ArrayList<>(CHUNK);
                }
            }
        }

        /** Not by interrupting: that would close the file of an embedded database. */
        private boolean handOver(List<T> chunk) {
            try {
                unwritten.incrementAndGet();
                while (!unwanted) {
                    if (read.offer(chunk, LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
                        awaitTurn();
                        return true;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return false;
        }

        private void awaitTurn() {
            while (!unwanted && unwritten.get() > 0 && System.nanoTime() - byTurnsUntil < 0) {
                LockSupport.parkNanos(TURN_NANOS);
            }
        }

        /** The connection is the transaction's again only then. */
        private static void await(Thread reader) {
            var interrupted = false;
            while (true) {
                try {
                    reader.join();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private void rethrow() {
            switch (failure) {
                case null -> {}
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case Throwable e -> throw new IllegalStateException(e);
            }
        }
    }
}
