package org.weft.progress.roundtrip.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.weft.access.Scope;
import org.weft.base.ui.Errors;
import org.weft.progress.roundtrip.Choice;
import org.weft.progress.roundtrip.EditUpload;
import org.weft.progress.roundtrip.EditUploads;

/** What a file would change: counts, the rows, the choices where both sides changed something, and the button that does it. */
class PreviewPanel extends Div {

    private final transient EditUploads uploads;
    private final transient Scope scope;
    private final Div figures = new Div();
    private final Paragraph summary = new Paragraph();
    private final Button apply = new Button();
    private transient EditUpload upload;

    /** @param apply does what is shown */
    PreviewPanel(EditUploads uploads, Scope scope, EditUpload upload, Consumer<EditUpload> apply, Runnable discard) {
        this.uploads = uploads;
        this.scope = scope;
        this.upload = upload;
        addClassName("weft-excel-panel");
        summary.addClassName("weft-excel-summary");
        summary.getElement().setAttribute("role", "status");
        this.apply.addThemeVariants(ButtonVariant.PRIMARY);
        this.apply.addClickListener(event -> apply.accept(this.upload));
        var forget = new Button(getTranslation("progress.excel.discard"), event -> discard.run());
        var foot = new Div(forget, this.apply);
        foot.addClassName("weft-view-foot");
        add(figures, summary, rows(), foot);
        count(upload);
    }

    /** The rows to decide stand apart, first; where there are none, there is one list. */
    private Component rows() {
        var counts = upload.counts();
        var label = getTranslation("progress.excel.tab.all", counts.rows());
        var all = grid(label, false, counts.rows());
        all.setVisible(counts.rows() > 0);
        if (counts.asking() == 0) {
            return all;
        }
        var deciding = grid(getTranslation("progress.excel.tab.conflicts", counts.asking()), true, counts.asking());
        var tabs = new TabSheet();
        tabs.addClassName("weft-excel-tabs");
        tabs.addThemeVariants(TabSheetVariant.NO_PADDING);
        tabs.add(getTranslation("progress.excel.tab.conflicts", counts.asking()), conflicts(deciding));
        tabs.add(label, all);
        // The same row may be decided in either list.
        tabs.addSelectedChangeListener(event -> {
            deciding.refresh();
            all.refresh();
        });
        return tabs;
    }

    private Div conflicts(ChangesGrid grid) {
        var words = new Span(getTranslation("progress.excel.all"));
        var bar = new Div(words, all(grid, Choice.WEFT), all(grid, Choice.FILE));
        bar.addClassName("weft-excel-bar");
        var content = new Div(bar, grid);
        content.addClassName("weft-excel-conflicts");
        return content;
    }

    private Button all(ChangesGrid grid, Choice choice) {
        var button = new Button(
                getTranslation("progress.excel.all." + choice.name()),
                event -> decide(() -> uploads.chooseAll(upload.id(), choice), grid));
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private ChangesGrid grid(String label, boolean asking, int rows) {
        var grid = new ChangesGrid(
                label, rows, (offset, limit) -> uploads.rows(scope, upload.id(), asking, offset, limit));
        grid.onChoice((row, choice) -> decide(() -> uploads.choose(upload.id(), row, choice), grid));
        return grid;
    }

    private void decide(Supplier<EditUpload> choice, ChangesGrid grid) {
        Errors.run(() -> {
            count(choice.get());
            grid.refresh();
        });
    }

    private void count(EditUpload now) {
        upload = now;
        var counts = now.counts();
        figures.removeAll();
        figures.add(new EditFigures(counts).asking());
        apply.setText(getTranslation("progress.excel.apply", counts.changes()));
        apply.setEnabled(now.ready());
        summary.setText(summary(now));
    }

    private String summary(EditUpload now) {
        var counts = now.counts();
        if (counts.undecided() > 0) {
            return getTranslation("progress.excel.summary.undecided", counts.undecided());
        }
        return counts.changes() == 0
                ? getTranslation("progress.excel.summary.nothing")
                : getTranslation("progress.excel.summary", counts.changes(), counts.people());
    }
}
