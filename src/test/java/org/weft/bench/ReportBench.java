package org.weft.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressService;
import org.weft.progress.ProgressSort;
import org.weft.reports.FactsWorkbook;
import org.weft.reports.ReportKind;
import org.weft.reports.ReportRequest;
import org.weft.reports.ReportService;
import org.weft.testing.SignedIn;
import org.weft.workbook.WorkbookSpec;
import org.weft.workbook.Workbooks;

/**
 * The workbook of all facts of a cycle, from the rows in PostgreSQL to the last byte, against the writing of as many
 * rows from memory; and what a page of the progress list takes meanwhile. With 250,000 participants a million objectives.
 */
class ReportBench {

    private static final int PAGES = 300;

    /** As several people would ask for them, and long enough to meet everything a report does. */
    private static final Duration PAUSE = Duration.ofMillis(25);

    @Test
    void throughTheWholeReport() throws Exception {
        var portal = BenchPortal.large();
        portal.signIn(Role.HR);
        var inHand = new WorkbookSpec[1];
        inTransaction(
                portal, () -> inHand[0] = FactsWorkbook.inHand(FactsWorkbook.of(portal.beans(), BenchData.CYCLE)));
        var times = Timing.sideBySide(1, 3, () -> report(portal), () -> write(portal, inHand[0]));
        Lines.ratio(
                portal + ": all facts as a workbook, from the database",
                Timing.median(times.ours()) / 1000,
                "s",
                "writing as many rows from memory",
                Timing.median(times.theirs()) / 1000,
                1.5);
    }

    @Test
    void aPageMeanwhile() throws Exception {
        var portal = BenchPortal.large();
        var account = portal.signIn(Role.HR);
        // Neither is measured while its code is being compiled.
        report(portal);
        var quiet = pages(portal);
        var running = new AtomicBoolean(true);
        var report = Thread.ofPlatform().start(() -> {
            SignedIn.with(account);
            report(portal);
            running.set(false);
        });
        Thread.sleep(1_000);
        var meanwhile = pages(portal);
        if (!running.get()) {
            throw new IllegalStateException("The report was done before the pages were: more participants are needed");
        }
        report.join();
        var beside = besideOneThatPacks(portal);
        Lines.p95(
                portal + ": first page of the progress list beside a thread that only packs bytes",
                beside,
                "quiet",
                quiet,
                Double.NaN);
        Lines.p95(
                portal + ": first page of the progress list while all facts are written",
                meanwhile,
                "quiet",
                quiet,
                1.5);
    }

    /** What any work at all costs a page on this machine. */
    private static double[] besideOneThatPacks(BenchPortal portal) throws Exception {
        var busy = new AtomicBoolean(true);
        var other = Thread.ofPlatform().start(() -> {
            var packer = new Deflater(Deflater.BEST_SPEED);
            var text = new byte[64 * 1024];
            new Random(1).nextBytes(text);
            while (busy.get()) {
                packer.setInput(text);
                packer.finish();
                packer.deflate(new byte[2 * text.length]);
                packer.reset();
            }
            packer.end();
        });
        var times = pages(portal);
        busy.set(false);
        other.join();
        return times;
    }

    private static double[] pages(BenchPortal portal) throws Exception {
        Timing.millis(PAGES / 2, 1, () -> page(portal));
        var times = new double[PAGES];
        for (var n = 0; n < PAGES; n++) {
            times[n] = Timing.millis(0, 1, () -> page(portal))[0];
            Thread.sleep(PAUSE);
        }
        Arrays.sort(times);
        return times;
    }

    private static void page(BenchPortal portal) {
        portal.bean(ProgressService.class)
                .list(
                        new Scope.Everybody(),
                        ProgressFilter.of(BenchData.CYCLE),
                        ProgressSort.by(ProgressColumn.NAME),
                        0,
                        50);
    }

    /** As the signed-in account has it made. */
    private static void report(BenchPortal portal) {
        try {
            portal.bean(ReportService.class)
                    .write(
                            new ReportRequest(ReportKind.FACTS, BenchData.CYCLE, Locale.ENGLISH, ZoneOffset.UTC),
                            OutputStream.nullOutputStream(),
                            rows -> {});
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(BenchPortal portal, WorkbookSpec spec) {
        try {
            portal.bean(Workbooks.class).write(OutputStream.nullOutputStream(), spec);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void inTransaction(BenchPortal portal, Runnable work) {
        var transaction = new TransactionTemplate(portal.bean(PlatformTransactionManager.class));
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        transaction.executeWithoutResult(status -> work.run());
    }
}
