package org.weft.reports.subscriptions;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.weft.access.OnBehalf;
import org.weft.mail.LastLook;
import org.weft.mail.MailKind;
import org.weft.reports.downloads.DownloadState;
import org.weft.reports.downloads.ReportDownloads;

/**
 * Looks at the mail of a report once more before it leaves, however long it waited in the outbox: whoever left, was switched
 * off or may see less by now does not get it, and neither does anybody whose file has expired.
 */
@Component
class SubscriptionLook implements LastLook {

    private final RunStore runs;
    private final ReportDownloads downloads;
    private final OnBehalf onBehalf;

    SubscriptionLook(RunStore runs, ReportDownloads downloads, OnBehalf onBehalf) {
        this.runs = runs;
        this.downloads = downloads;
        this.onBehalf = onBehalf;
    }

    @Override
    public MailKind kind() {
        return MailKind.REPORT;
    }

    @Override
    public Map<String, Verdict> ask(Collection<String> uniqueKeys) {
        var verdicts = new HashMap<String, Verdict>();
        for (var key : uniqueKeys) {
            var run = runs.find(Long.parseLong(key.substring(Run.KEY.length())));
            if (!wanted(run)) {
                verdicts.put(key, new Unwanted());
            }
        }
        return verdicts;
    }

    private boolean wanted(Optional<Run> found) {
        return found.filter(run -> run.recipientId() != null || run.trial())
                .filter(Run::accountActive)
                .filter(run -> run.state() == RunState.NOTHING || mayStillHave(run))
                .isPresent();
    }

    private boolean mayStillHave(Run run) {
        try {
            return onBehalf.of(
                    run.accountId(),
                    account -> Optional.ofNullable(run.downloadId())
                            .flatMap(downloads::find)
                            .filter(download -> download.state() == DownloadState.READY)
                            .isPresent());
        } catch (AccessDeniedException e) {
            return false;
        }
    }
}
