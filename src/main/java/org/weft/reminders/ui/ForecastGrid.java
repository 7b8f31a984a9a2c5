package org.weft.reminders.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import java.util.List;
import org.weft.base.Text;
import org.weft.base.ui.Cells;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Narrow;
import org.weft.reminders.policy.ForecastRow;

/** Reminders of a policy on a day, ahead or on record: who gets them and why, or why not. */
class ForecastGrid extends Grid<ForecastRow> {

    private static final int PAGE = 50;

    /** Up to so many rows stand without a scroll bar of their own. */
    private static final int FEW = 10;

    /** Reads a slice of the rows. */
    interface Page {
        List<ForecastRow> read(int offset, int limit);
    }

    ForecastGrid(int size, Page page) {
        var outcome = new OutcomeWords(this);
        addClassName("weft-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        setPageSize(PAGE);
        setAllRowsVisible(size <= FEW);
        addColumn(Cells.twoLines(
                        row -> row.recipient() == null ? Formats.NOTHING : row.recipient(),
                        row -> row.toLead() ? getTranslation("reminders.forecast.about", row.about()) : ""))
                .setHeader(getTranslation("reminders.forecast.who"));
        addColumn(Cells.twoLines(row -> words(row.why()), row -> outcome.of(row.reason(), row.mail())))
                .setHeader(getTranslation("reminders.forecast.why"))
                .setFlexGrow(2);
        var formats = Formats.of(this);
        var when = addColumn(row -> formats.dateTime(row.slot()))
                .setHeader(getTranslation("reminders.forecast.when"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        // The day stands above; on a phone there is no room for the hour.
        Narrow.watch(this, narrow -> when.setVisible(!narrow));
        setDataProvider(new CallbackDataProvider<>(
                query -> page.read(query.getOffset(), query.getLimit()).stream(), query -> size));
    }

    private String words(Text text) {
        return getTranslation(text.key(), text.args().toArray());
    }
}
