package org.weft.reports.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weft.base.ui.Cards;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Notifications;
import org.weft.reports.downloads.DownloadState;
import org.weft.reports.downloads.ReportDownload;
import org.weft.reports.downloads.ReportDownloads;

/** The reader's own workbooks that are made in the background, or wait to be fetched. Looks again while one is made. */
class DownloadList extends PolledPanel {

    private final transient ReportDownloads downloads;
    private final transient Map<Long, DownloadCard> built = new HashMap<>();
    private final transient Cards<Long> cards = new Cards<>(place(), this::card);
    private transient List<ReportDownload> shown = List.of();

    DownloadList(ReportDownloads downloads) {
        super("weft-reports-downloads", "reports.download.title", "reports.download.empty");
        this.downloads = downloads;
    }

    @Override
    void read() {
        var before = shown;
        shown = downloads.list();
        cards.show(shown.stream().map(ReportDownload::id).toList());
        shown.forEach(download -> card(download.id()).show(download));
        built.keySet().retainAll(shown.stream().map(ReportDownload::id).toList());
        empty(shown.isEmpty());
        before.stream().filter(download -> download.state().underWay()).forEach(this::tellOf);
    }

    @Override
    boolean waits() {
        return shown.stream().anyMatch(download -> download.state().underWay());
    }

    private void tellOf(ReportDownload before) {
        shown.stream()
                .filter(now -> now.id() == before.id() && now.state() == DownloadState.READY)
                .forEach(now -> Notifications.success(getTranslation(
                        "reports.download.ready",
                        getTranslation("report." + now.kind().name()))));
    }

    private DownloadCard card(Long id) {
        return built.computeIfAbsent(
                id,
                of -> new DownloadCard(
                        downloads::open,
                        () -> change(() -> downloads.cancel(of)),
                        () -> change(() -> downloads.remove(of))));
    }

    private void change(Runnable change) {
        Errors.run(() -> {
            change.run();
            refresh();
        });
    }
}
