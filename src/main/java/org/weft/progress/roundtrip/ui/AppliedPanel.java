package org.weft.progress.roundtrip.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.weft.access.Scope;
import org.weft.base.ui.Formats;
import org.weft.progress.ProgressFilter;
import org.weft.progress.roundtrip.EditUpload;
import org.weft.progress.roundtrip.EditUploads;
import org.weft.progress.ui.ProgressNavigation;

/** What a file changed, and where to go from here. */
class AppliedPanel extends Div {

    AppliedPanel(EditUploads uploads, Scope scope, EditUpload upload) {
        addClassName("weft-excel-panel");
        var counts = upload.counts();
        var sign = VaadinIcon.CHECK_CIRCLE.create();
        sign.addClassName("weft-excel-sign");
        sign.getElement().setAttribute("aria-hidden", "true");
        var title = new H2(getTranslation("progress.excel.applied", counts.changes(), counts.people()));
        var done = new Div(sign, title);
        done.addClassName("weft-excel-done");
        done.getElement().setAttribute("role", "status");
        var list = link(
                ProgressNavigation.list(ProgressFilter.of(upload.cycleId())),
                getTranslation("progress.excel.applied.list"));
        var again = link(
                ProgressNavigation.excel(ProgressFilter.of(upload.cycleId())),
                getTranslation("progress.excel.applied.again"));
        var ways = new Div(list, again);
        ways.addClassName("weft-excel-onward");
        var applied = upload.appliedAt();
        var when = new H2(getTranslation(
                "progress.excel.applied.what",
                applied == null ? "" : Formats.of(this).dateTime(applied)));
        var grid = new ChangesGrid(
                when.getText(),
                counts.rows(),
                (offset, limit) -> uploads.rows(scope, upload.id(), false, offset, limit));
        grid.done();
        add(done, new EditFigures(counts), ways, when, grid);
    }

    private static Anchor link(String address, String words) {
        var link = new Anchor(address, words);
        link.getElement().setAttribute("router-link", true);
        return link;
    }
}
