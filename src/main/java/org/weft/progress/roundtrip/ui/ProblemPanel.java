package org.weft.progress.roundtrip.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.weft.base.ui.Cells;
import org.weft.base.ui.FigureRow;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Tone;
import org.weft.progress.roundtrip.CellProblem;
import org.weft.progress.roundtrip.EditUpload;
import org.weft.progress.roundtrip.EditUploads;
import org.weft.progress.roundtrip.ProblemBook;
import org.weft.progress.ui.ProgressNavigation;
import org.weft.workbook.ui.WorkbookDownload;

/** Every cell that keeps a file from being applied, with its row, its column and the reason; and as a workbook. */
class ProblemPanel extends Div {

    private final transient EditUploads uploads;
    private final transient EditUpload upload;

    ProblemPanel(EditUploads uploads, ProblemBook book, EditUpload upload, Runnable discard) {
        this.uploads = uploads;
        this.upload = upload;
        addClassName("weft-excel-panel");
        var summary = new Paragraph(getTranslation("progress.excel.problems.text", upload.problems()));
        summary.addClassName("weft-excel-summary");
        summary.getElement().setAttribute("role", "status");
        var formats = Formats.of(this);
        var download = new WorkbookDownload(
                getTranslation("progress.excel.problems.download"),
                task -> book.write(upload.id(), formats.locale(), formats.zone()));
        download.addClassName("weft-excel-download");
        var again = new Anchor(ProgressNavigation.EXCEL, getTranslation("progress.excel.lost.again"));
        again.getElement().setAttribute("router-link", true);
        var ways = new Div(download, again);
        ways.addClassName("weft-excel-onward");
        var foot = new Div(new Button(getTranslation("progress.excel.discard"), event -> discard.run()));
        foot.addClassName("weft-view-foot");
        add(
                new FigureRow()
                        .figure(upload.problems(), getTranslation("progress.excel.figure.problems"), Tone.RED)
                        .figure(upload.counts().rows(), getTranslation("progress.excel.figure.rows"), Tone.BLUE),
                summary,
                ways,
                grid(),
                foot);
    }

    private Grid<CellProblem> grid() {
        var grid = new Grid<CellProblem>();
        grid.addClassName("weft-excel-grid");
        grid.addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAriaLabel(getTranslation("progress.excel.figure.problems"));
        grid.addColumn(CellProblem::row)
                .setHeader(getTranslation("progress.excel.problems.row"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("4rem")
                .setFlexGrow(0);
        grid.addColumn(Cells.twoLines(CellProblem::content, this::column))
                .setHeader(getTranslation("progress.excel.problems.cell"))
                .setWidth("6.5rem")
                .setFlexGrow(1);
        grid.addColumn(problem -> getTranslation(
                        problem.reason().key(), problem.reason().args().toArray()))
                .setHeader(getTranslation("progress.excel.problems.reason"))
                .setWidth("10rem")
                .setFlexGrow(3);
        grid.setItems(query -> uploads.problems(upload.id(), query.getOffset(), query.getLimit()).stream(), query -> {
            // Counted already.
            query.getOffset();
            query.getLimit();
            return upload.problems();
        });
        return grid;
    }

    private String column(CellProblem problem) {
        var column = problem.column();
        return column == null
                ? getTranslation("progress.excel.problems.whole")
                : getTranslation("progress.excel.column." + column.name());
    }
}
