package org.weft.reports.downloads;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.weft.access.AccountDetails;
import org.weft.access.OnBehalf;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.Text;
import org.weft.reports.ReportService;

/**
 * Makes a workbook in the background, on behalf of who asked for it and as that account stands now. It goes into the
 * database as it is written; what was begun and not ended leaves nothing, however it came to that.
 *
 * @see <a href="../../../../../../../docs/decisions/024-large-reports-lie-in-the-database.md">decision 024</a>
 */
@Component
class ReportMaker {

    private static final Logger log = LoggerFactory.getLogger(ReportMaker.class);

    /** A workbook that so many nodes have died of is given up, before it takes the next one down. */
    static final int ATTEMPTS = 3;

    /** What a failed one says whose account may not have it. */
    static final String DENIED = "reports.download.failed.denied";

    /** What a failed one says that could not be made, though there may be something in it. */
    static final String BROKEN_OFF = "reports.download.failed.attempts";

    static final String UNEXPECTED = "reports.download.failed.unexpected";

    private static final long TELL_EVERY = TimeUnit.SECONDS.toNanos(1);

    private final DownloadStore store;
    private final ReportService reports;
    private final OnBehalf onBehalf;
    private final Semaphore room;

    ReportMaker(DownloadStore store, ReportService reports, OnBehalf onBehalf, ReportProperties properties) {
        this.store = store;
        this.reports = reports;
        this.onBehalf = onBehalf;
        room = new Semaphore(properties.atATime());
    }

    /**
     * Makes it, unless it is no longer wanted.
     *
     * @param stopping whether this node is being shut down: then it is left to another
     * @return false where it has to be tried again later, here or elsewhere
     */
    boolean make(long id, BooleanSupplier stopping) {
        if (!room.tryAcquire()) {
            return false;
        }
        try {
            var making = store.begin(id);
            return making.isEmpty() || make(making.get(), stopping);
        } finally {
            room.release();
        }
    }

    private boolean make(Making making, BooleanSupplier stopping) {
        if (making.run() > ATTEMPTS) {
            store.failed(making, Text.of(BROKEN_OFF, making.run() - 1));
            return true;
        }
        try {
            onBehalf.of(making.accountId(), account -> {
                write(making, account, stopping);
                return true;
            });
        } catch (CancellationException e) {
            if (stopping.getAsBoolean()) {
                store.putBack(making);
                return false;
            }
            log.info("Report {} was cancelled", making.id());
        } catch (InvalidInputException e) {
            store.failed(making, e.text());
        } catch (AccessDeniedException | NotFoundException e) {
            store.failed(making, Text.of(DENIED));
        } catch (IOException | RuntimeException e) {
            log.error("Report {} could not be made", making.id(), e);
            store.failed(making, Text.of(UNEXPECTED, making.id()));
        }
        return true;
    }

    private void write(Making making, AccountDetails account, BooleanSupplier stopping) throws IOException {
        var progress = new Progress(making, stopping);
        var out = new PieceOutput((number, content) -> goOn(store.add(making, number, content)));
        var name = reports.write(making.request(), out, progress::at);
        store.ready(making, name, MadeFor.of(account));
    }

    private static void goOn(boolean wanted) {
        if (!wanted) {
            throw new CancellationException("Nobody waits for this workbook any more");
        }
    }

    /** Tells the list, and hears whether to go on, once a second. */
    private final class Progress {

        private final Making making;
        private final BooleanSupplier stopping;
        private long toldAt = System.nanoTime();

        Progress(Making making, BooleanSupplier stopping) {
            this.making = making;
            this.stopping = stopping;
        }

        void at(long rows) {
            goOn(!stopping.getAsBoolean());
            var now = System.nanoTime();
            if (now - toldAt >= TELL_EVERY) {
                toldAt = now;
                goOn(store.progress(making, rows));
            }
        }
    }
}
