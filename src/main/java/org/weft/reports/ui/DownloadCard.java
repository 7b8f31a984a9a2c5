package org.weft.reports.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.util.ArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.weft.base.NotFoundException;
import org.weft.base.Text;
import org.weft.base.ui.Formats;
import org.weft.base.ui.StatusBadge;
import org.weft.base.ui.Tone;
import org.weft.reports.downloads.DownloadState;
import org.weft.reports.downloads.ReportDownload;
import org.weft.reports.downloads.ReportFile;

/** One workbook that was asked for. It stays in its place while it is made, so that the focus does. */
class DownloadCard extends Div {

    private final transient Formats formats = Formats.of(this);
    private final transient FormatWords formatWords = new FormatWords(this);
    private final H3 title = new H3();
    private final Div state = new Div();
    private final Paragraph detail = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Span rows = new Span();
    private final Div progress = new Div(bar, rows);
    private final Paragraph problem = new Paragraph();
    private final Anchor link;
    private final Button cancel;
    private final Button remove;
    private transient @Nullable ReportDownload shown;
    private boolean cancelHasFocus;

    /**
     * @param file opens the file, when the browser asks for it
     * @param cancelled called when the reader no longer wants it
     * @param removed called when the reader wants it out of the list
     */
    DownloadCard(Function<Long, ReportFile> file, Runnable cancelled, Runnable removed) {
        link = new Anchor(
                DownloadHandler.fromInputStream(event -> respond(file)), getTranslation("reports.catalogue.download"));
        link.getElement().setAttribute("download", true);
        link.addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
        link.addClassName("weft-reports-get");
        cancel = new Button(getTranslation("base.cancel"), event -> cancelled.run());
        cancel.addThemeVariants(ButtonVariant.LUMO_SMALL);
        cancel.addFocusListener(event -> cancelHasFocus = true);
        cancel.addBlurListener(event -> cancelHasFocus = false);
        remove = new Button(getTranslation("reports.download.remove"), event -> removed.run());
        remove.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        rows.addClassName("weft-numbers");
        progress.addClassName("weft-reports-making");
        problem.addClassName("weft-reports-problem");
        var words = new Div(new Div(title, state), detail, progress, problem);
        words.addClassName("weft-reports-download-words");
        var actions = new Div(link, cancel, remove);
        actions.addClassName("weft-reports-download-actions");
        add(words, actions);
        getElement().setAttribute("role", "listitem");
        addClassName("weft-reports-download");
    }

    private DownloadResponse respond(Function<Long, ReportFile> open) {
        try {
            var file = open.apply(shown == null ? 0L : shown.id());
            return new DownloadResponse(
                    file.content(), file.name(), file.format().contentType(), file.size());
        } catch (NotFoundException | AccessDeniedException e) {
            return DownloadResponse.error(HttpStatusCode.NOT_FOUND);
        }
    }

    /** Shows how it stands now. */
    void show(ReportDownload download) {
        if (download.equals(shown)) {
            return;
        }
        var before = shown == null ? null : shown.state();
        shown = download;
        detail.setText(detail(download));
        progress(download);
        if (download.state() != before) {
            name(download);
            state(download);
            if (before != null && cancelHasFocus && !download.state().underWay()) {
                (link.isVisible() ? link : remove).getElement().callJsFunction("focus");
            }
        }
    }

    private void name(ReportDownload download) {
        var name = getTranslation("report." + download.kind().name());
        var whole = name + ", " + download.cycle() + ", " + formatWords.of(download.format());
        title.setText(name);
        bar.getElement().setAttribute("aria-label", getTranslation("reports.download.progress.of", whole));
        link.getElement().setAttribute("aria-label", getTranslation("reports.catalogue.download.of", whole));
        cancel.setAriaLabel(getTranslation("reports.download.cancel.of", whole));
        remove.setAriaLabel(getTranslation("reports.download.remove.of", whole));
    }

    private void state(ReportDownload download) {
        var now = download.state();
        state.removeAll();
        state.add(new StatusBadge(tone(now), getTranslation("reports.download.state." + now.name())));
        progress.setVisible(now.underWay());
        link.setVisible(now == DownloadState.READY);
        cancel.setVisible(now.underWay());
        remove.setVisible(!now.underWay());
        var reason = now == DownloadState.WITHHELD ? Text.of("reports.download.withheld") : download.problem();
        problem.setVisible(reason != null);
        problem.setText(
                reason == null ? "" : getTranslation(reason.key(), reason.args().toArray()));
    }

    private void progress(ReportDownload download) {
        var counted = download.rows() > 0;
        bar.setIndeterminate(!counted);
        if (counted) {
            // About so many are expected: it is whole when the file is there.
            bar.setValue(Math.min(0.99, (double) download.rows() / Math.max(1, download.expectedRows())));
        }
        rows.setText(
                counted
                        ? getTranslation(
                                "reports.download.rows",
                                formats.number(download.rows()),
                                formats.number(Math.max(download.rows(), download.expectedRows())))
                        : getTranslation(
                                download.state() == DownloadState.WAITING
                                        ? "reports.download.waiting"
                                        : "reports.download.counting"));
    }

    private String detail(ReportDownload download) {
        var parts = new ArrayList<String>();
        parts.add(download.cycle());
        parts.add(formatWords.of(download.format()));
        if (!download.filter().isEmpty()) {
            parts.add(download.filter());
        }
        parts.add(getTranslation("reports.download.requested", formats.dateTime(download.requestedAt())));
        if (download.state() == DownloadState.READY) {
            parts.add(formats.size(download.size()));
        }
        if (download.expiresAt() != null && download.state() == DownloadState.READY) {
            parts.add(getTranslation("reports.download.expires", formats.dateTime(download.expiresAt())));
        }
        return String.join(" · ", parts);
    }

    private static Tone tone(DownloadState state) {
        return switch (state) {
            case WAITING, RUNNING -> Tone.BLUE;
            case READY -> Tone.GREEN;
            case WITHHELD -> Tone.AMBER;
            case FAILED -> Tone.RED;
            case CANCELLED -> Tone.GREY;
        };
    }
}
