package org.weft.progress.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import java.util.List;
import java.util.function.Function;
import org.weft.base.ui.Cells;
import org.weft.programs.BulkFindings;
import org.weft.programs.BulkRow;
import org.weft.programs.NotChanged;

/** For whom something would change, and who is left out and why; people are read as one scrolls to them. */
class BulkPreview extends Div {

    /** Up to so many rows stand without a scroll bar of their own. */
    private static final int FEW = 5;

    private final transient Function<List<Long>, List<BulkRow>> rows;
    private final transient Function<BulkRow, String> words;

    BulkPreview(BulkFindings found, Function<List<Long>, List<BulkRow>> rows, Function<BulkRow, String> words) {
        this.rows = rows;
        this.words = words;
        if (found.outside() > 0) {
            var stays = new Paragraph(getTranslation("progress.bulk.outside", found.outside()));
            stays.addClassName("weft-sub");
            add(stays);
        }
        var tabs = new TabSheet();
        tabs.addThemeVariants(TabSheetVariant.AURA_NO_BORDER, TabSheetVariant.NO_PADDING);
        if (!found.changing().isEmpty()) {
            var label =
                    getTranslation("progress.bulk.changing", found.changing().size());
            tabs.add(label, grid(label, "progress.bulk.what", found.changing(), words));
        }
        if (found.leftOutTotal() > 0) {
            tabs.add(getTranslation("progress.bulk.leftout", found.leftOutTotal()), leftOut(found));
        }
        if (tabs.getTabCount() > 0) {
            add(tabs);
        }
    }

    private Div leftOut(BulkFindings found) {
        var reasons = new UnorderedList();
        found.leftOut().forEach((reason, ids) -> reasons.add(reason(reason, ids.size())));
        if (found.hidden() > 0) {
            reasons.add(reason(NotChanged.HIDDEN, found.hidden()));
        }
        var content = new Div(reasons);
        content.addClassName("weft-bulk-reasons");
        var named = found.named();
        if (!named.isEmpty()) {
            content.add(grid(getTranslation("progress.bulk.leftout", named.size()), "progress.bulk.why", named, row -> {
                var reason = row.reason();
                return reason == null ? words.apply(row) : getTranslation("progress.bulk.reason." + reason.name());
            }));
        }
        return content;
    }

    private ListItem reason(NotChanged reason, int people) {
        return new ListItem(getTranslation(
                "progress.bulk.people", people, getTranslation("progress.bulk.reason." + reason.name())));
    }

    private Grid<BulkRow> grid(String label, String header, List<Long> ids, Function<BulkRow, String> what) {
        var grid = new Grid<BulkRow>();
        grid.addClassName("weft-bulk-grid");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAriaLabel(label);
        grid.setAllRowsVisible(ids.size() <= FEW);
        grid.addColumn(Cells.person(BulkRow::name, this::stand))
                .setHeader(getTranslation("base.name"))
                .setFlexGrow(1);
        grid.addColumn(Cells.twoLines(what::apply, row -> ""))
                .setHeader(getTranslation(header))
                .setFlexGrow(1);
        grid.setItems(
                query -> rows
                        .apply(ids.subList(
                                Math.min(query.getOffset(), ids.size()),
                                Math.min(query.getOffset() + query.getLimit(), ids.size())))
                        .stream(),
                query -> {
                    // The ids say it.
                    query.getOffset();
                    query.getLimit();
                    return ids.size();
                });
        return grid;
    }

    private String stand(BulkRow row) {
        return (row.teamName() == null ? "" : row.teamName() + " · ")
                + getTranslation("level." + row.level().name());
    }
}
