package org.weft.reports.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.shared.Registration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.Cards;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Notifications;
import org.weft.reports.downloads.DownloadState;
import org.weft.reports.downloads.ReportDownload;
import org.weft.reports.downloads.ReportDownloads;

/** The reader's own workbooks that are made in the background, or wait to be fetched. Looks again while one is made. */
@StyleSheet("styles/reports.css")
class DownloadList extends Section {

    private static final int LOOK_EVERY_MILLIS = 1_500;
    private static final int NEVER = -1;

    private final transient ReportDownloads downloads;
    private final Paragraph empty = new Paragraph(getTranslation("reports.download.empty"));
    private final Div place = new Div();
    private final transient Map<Long, DownloadCard> built = new HashMap<>();
    private final transient Cards<Long> cards = new Cards<>(place, this::card);
    private transient List<ReportDownload> shown = List.of();
    private transient @Nullable Registration looking;

    DownloadList(ReportDownloads downloads) {
        this.downloads = downloads;
        var title = new H2(getTranslation("reports.download.title"));
        title.setId("weft-reports-downloads-title");
        getElement().setAttribute("aria-labelledby", "weft-reports-downloads-title");
        place.getElement().setAttribute("role", "list");
        place.addClassName("weft-reports-download-list");
        addClassNames("weft-reports-panel", "weft-reports-downloads");
        add(title, empty, place);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        looking = event.getUI().addPollListener(poll -> look());
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (looking != null) {
            looking.remove();
        }
        event.getUI().setPollInterval(NEVER);
    }

    /** Reads what there is now. */
    void refresh() {
        var before = shown;
        shown = downloads.list();
        cards.show(shown.stream().map(ReportDownload::id).toList());
        shown.forEach(download -> card(download.id()).show(download));
        built.keySet().retainAll(shown.stream().map(ReportDownload::id).toList());
        empty.setVisible(shown.isEmpty());
        place.setVisible(!shown.isEmpty());
        var underWay = shown.stream().anyMatch(download -> download.state().underWay());
        getUI().ifPresent(ui -> ui.setPollInterval(underWay ? LOOK_EVERY_MILLIS : NEVER));
        before.stream().filter(download -> download.state().underWay()).forEach(this::tellOf);
    }

    /** One look that fails is followed by another, and is nothing to tell of. */
    private void look() {
        try {
            refresh();
        } catch (RuntimeException e) {
            Errors.log(e);
        }
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
