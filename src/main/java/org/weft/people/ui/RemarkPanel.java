package org.weft.people.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.weft.base.ui.Cells;
import org.weft.base.ui.Formats;
import org.weft.people.imports.ImportPreview;
import org.weft.people.imports.Remark;
import org.weft.workbook.ui.WorkbookDownload;

/** What HR has to know about rows: by row and column, with the reason; and as a workbook. */
class RemarkPanel extends Div {

    private static final int SHOWN = 120;
    private static final int NAMED = 12;
    private static final String UNKNOWN_MANAGER = "people.import.warning.managerUnknown";

    private final transient ImportPreview preview;

    RemarkPanel(List<Remark> remarks, ImportPreview preview, ProblemWorkbook problems) {
        this.preview = preview;
        addClassName("weft-people-remarks");
        managers(remarks);
        var formats = Formats.of(this);
        add(new WorkbookDownload(
                getTranslation("people.import.download"), progress -> problems.write(preview, formats)));
        add(grid(remarks));
    }

    /** The same unknown manager on many rows is one thing to look into. */
    private void managers(List<Remark> remarks) {
        var byName = remarks.stream()
                .filter(remark -> remark.reason().key().equals(UNKNOWN_MANAGER))
                .collect(Collectors.groupingBy(Remark::value, Collectors.counting()));
        if (byName.isEmpty()) {
            return;
        }
        var names = byName.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(NAMED)
                .map(entry -> cut(entry.getKey()) + " (" + Formats.of(this).number(entry.getValue()) + ")")
                .collect(Collectors.joining(", "));
        add(new Paragraph(
                getTranslation("people.import.managers", byName.size(), byName.size() > NAMED ? names + " …" : names)));
    }

    private Grid<Remark> grid(List<Remark> remarks) {
        var grid = new Grid<Remark>();
        grid.addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(Remark::row)
                .setHeader(getTranslation("people.import.row"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("4.5rem")
                .setFlexGrow(0);
        grid.addColumn(Cells.twoLines(remark -> cut(remark.value()), this::column))
                .setHeader(getTranslation("people.import.cell"))
                .setWidth("9rem")
                .setFlexGrow(1);
        grid.addColumn(remark -> getTranslation(
                        remark.reason().key(), remark.reason().args().toArray()))
                .setHeader(getTranslation("people.import.reason"))
                .setWidth("12rem")
                .setFlexGrow(3);
        grid.setItems(remarks);
        return grid;
    }

    private String column(Remark remark) {
        var field = remark.field();
        return field == null
                ? ""
                : preview.rows()
                        .mapping()
                        .column(field)
                        .orElseGet(() -> getTranslation("people.field." + field.name()));
    }

    private static String cut(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN - 1) + "…";
    }
}
