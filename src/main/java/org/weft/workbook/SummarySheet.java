package org.weft.workbook;

import java.util.List;

/**
 * The page a reader opens first: a title, a line of context, key figures, charts.
 *
 * @param context period, scope, "as of"
 * @param notes what must be said beside the figures, such as what is hidden and why
 */
public record SummarySheet(
        String name, String title, String context, List<Fact> figures, List<BarChart> charts, List<String> notes)
        implements Sheet {

    public SummarySheet {
        figures = List.copyOf(figures);
        charts = List.copyOf(charts);
        notes = List.copyOf(notes);
    }
}
