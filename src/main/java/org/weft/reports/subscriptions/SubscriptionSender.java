package org.weft.reports.subscriptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.AccountDetails;
import org.weft.access.OnBehalf;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.mail.MailAddress;
import org.weft.mail.MailAttachment;
import org.weft.mail.MailSettings;
import org.weft.mail.Outbox;
import org.weft.programs.CycleOption;
import org.weft.reports.ReportService;
import org.weft.reports.downloads.ReportDownload;
import org.weft.reports.downloads.ReportDownloads;

/**
 * Takes one report for one recipient through its life: has it made as the recipient stands at this moment, and mails it, or
 * why there is none. Whoever may not have it gets no mail at all. Each step leaves what the next one, on any node, goes on from.
 *
 * @see <a href="../../../../../../../docs/decisions/028-a-report-comes-in-its-readers-scope.md">decision 028</a>
 */
@Component
class SubscriptionSender {

    private static final Logger log = LoggerFactory.getLogger(SubscriptionSender.class);

    /** After so many that failed it is given up until the next is due. */
    static final int ATTEMPTS = 3;

    static final Duration SOON = Duration.ofSeconds(3);
    static final Duration AGAIN = Duration.ofMinutes(10);

    private final RunStore runs;
    private final ReportService reports;
    private final ReportDownloads downloads;
    private final SubscriptionMails mails;
    private final MailSettings settings;
    private final Periods periods;
    private final Outbox outbox;
    private final OnBehalf onBehalf;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SubscriptionSender(
            RunStore runs,
            ReportService reports,
            ReportDownloads downloads,
            SubscriptionMails mails,
            MailSettings settings,
            Periods periods,
            Outbox outbox,
            OnBehalf onBehalf,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.reports = reports;
        this.downloads = downloads;
        this.mails = mails;
        this.settings = settings;
        this.periods = periods;
        this.outbox = outbox;
        this.onBehalf = onBehalf;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What comes of one step. */
    private sealed interface Step {

        /** The file is being made. */
        record Making(long downloadId) implements Step {}

        record Skip(SkipReason reason) implements Step {}

        /** Something went wrong that may not the next time. */
        record Broken() implements Step {}

        /** @param filter in the reader's words; empty for none */
        record Nothing(AccountDetails reader, Text why, String filter) implements Step {}

        /** @param file null where it is linked to */
        record Ready(
                AccountDetails reader,
                ReportDownload download,
                @Nullable MailAttachment file) implements Step {}
    }

    /** @return after how long there is something to do again; empty once it has come to its end */
    Optional<Duration> step(long runId) {
        var run = runs.find(runId).filter(one -> one.state().underWay()).orElse(null);
        if (run == null) {
            return Optional.empty();
        }
        try {
            return done(run, next(run));
        } catch (RuntimeException e) {
            log.error("Report {} could not be sent to account {}", run.id(), run.accountId(), e);
            return again(run);
        }
    }

    private Step next(Run run) {
        var reason = reasonAgainst(run);
        if (reason.isPresent()) {
            return new Step.Skip(reason.get());
        }
        try {
            return onBehalf.of(
                    run.accountId(),
                    account -> run.downloadId() == null ? begin(run, account) : goOn(run, run.downloadId(), account));
        } catch (AccessDeniedException e) {
            return new Step.Skip(SkipReason.NO_RIGHT);
        }
    }

    /** What is asked anew at every step; all else is the account's own to be told by what it asks. */
    private static Optional<SkipReason> reasonAgainst(Run run) {
        if (!run.accountActive()) {
            return Optional.of(SkipReason.ACCOUNT_OFF);
        }
        if (run.recipientId() == null && !run.trial()) {
            return Optional.of(SkipReason.LEFT);
        }
        return address(run).isEmpty() ? Optional.of(SkipReason.NO_ADDRESS) : Optional.empty();
    }

    private static Optional<MailAddress> address(Run run) {
        return MailAddress.find(run.address(), run.accountName());
    }

    private Step begin(Run run, AccountDetails account) {
        if (!reports.offered().contains(run.report().kind())) {
            return new Step.Skip(SkipReason.NO_RIGHT);
        }
        if (run.report().view().narrows() && !reports.filterable(run.report().kind())) {
            return new Step.Nothing(account, Text.of("reports.filter.refused"), "");
        }
        var cycles = reports.cycles(run.report().kind());
        var cycle = choose(run, cycles);
        if (cycle.isEmpty()) {
            return new Step.Nothing(account, whyNoCycle(run, account), "");
        }
        try {
            var request = run.report().request(cycle.get().id(), account.language(), account.zone());
            return new Step.Making(downloads.order(request).id());
        } catch (InvalidInputException e) {
            // Too many are under way for this account: some will have ended by the next attempt.
            log.warn("Report {} has to wait: {}", run.id(), e.text().key());
            return new Step.Broken();
        }
    }

    /** Among those in which the account sees somebody. */
    private static Optional<CycleOption> choose(Run run, List<CycleOption> cycles) {
        var wanted =
                run.endedCycleId() != null ? run.endedCycleId() : run.report().cycleId();
        var programId = run.report().programId();
        return cycles.stream()
                .filter(cycle -> wanted != null
                        ? cycle.id() == wanted
                        : programId != null && cycle.programId() == programId && cycle.current())
                .findFirst();
    }

    private Text whyNoCycle(Run run, AccountDetails account) {
        var today = LocalDate.ofInstant(clock.instant(), account.zone());
        var programs = run.endedCycleId() == null && run.report().cycleId() == null;
        return programs && !periods.of(run.report()).runs(today)
                ? Text.of("reports.subscription.nothing.noCycle", run.about())
                : Text.of("reports.subscription.nothing.nobody", run.about());
    }

    private Step goOn(Run run, long downloadId, AccountDetails account) {
        // Gone: somebody removed it, or many others came.
        return downloads
                .find(downloadId)
                .map(found -> goOn(run, found, account))
                .orElseGet(Step.Broken::new);
    }

    private Step goOn(Run run, ReportDownload download, AccountDetails account) {
        return switch (download.state()) {
            case WAITING, RUNNING -> new Step.Making(download.id());
            case READY -> new Step.Ready(account, download, file(run, download));
            case WITHHELD -> new Step.Skip(SkipReason.NO_RIGHT);
            case CANCELLED -> new Step.Skip(SkipReason.CANCELLED);
            case FAILED -> failed(download, account);
        };
    }

    private static Step failed(ReportDownload download, AccountDetails account) {
        if (download.denied()) {
            return new Step.Skip(SkipReason.NO_RIGHT);
        }
        var problem = download.problem();
        return problem == null || download.brokenOff()
                ? new Step.Broken()
                : new Step.Nothing(account, problem, download.filter());
    }

    private @Nullable MailAttachment file(Run run, ReportDownload download) {
        if (run.delivery() == Delivery.LINK || download.size() > settings.attachmentLimit()) {
            return null;
        }
        var file = downloads.attach(download.id());
        try (var content = file.content()) {
            return new MailAttachment(file.name(), file.format().contentType(), content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Duration> done(Run run, Step step) {
        switch (step) {
            case Step.Making(var downloadId) -> {
                if (run.downloadId() == null) {
                    runs.making(run, downloadId);
                }
                return Optional.of(SOON);
            }
            case Step.Skip(var reason) -> runs.skipped(run, reason);
            case Step.Broken none -> {
                return again(run);
            }
            case Step.Nothing(var reader, var why, var filter) ->
                transaction.executeWithoutResult(status -> {
                    outbox.enqueue(mails.nothing(run, to(run), reader, why, filter));
                    runs.mailed(run, why);
                });
            case Step.Ready(var reader, var download, var file) ->
                transaction.executeWithoutResult(status -> {
                    outbox.enqueue(mails.report(run, to(run), reader, download, file));
                    runs.mailed(run, null);
                });
        }
        return Optional.empty();
    }

    private Optional<Duration> again(Run run) {
        if (run.attempts() + 1 >= ATTEMPTS) {
            runs.failed(run);
            return Optional.empty();
        }
        runs.again(run);
        return Optional.of(AGAIN);
    }

    private static MailAddress to(Run run) {
        return address(run).orElseThrow();
    }
}
