package org.weft.reports.ui;

import com.vaadin.flow.component.Component;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.weft.base.Text;
import org.weft.progress.FacetText;
import org.weft.progress.ProgressColumn;

/** The filter and the columns of a view in the words of who reads. */
class ViewWords {

    private final Component reader;

    ViewWords(Component reader) {
        this.reader = reader;
    }

    /** "Team and below: Sales · State: Overdue"; empty for none. */
    String filter(List<Text> facets) {
        return facets.stream().map(this::of).collect(Collectors.joining(" · "));
    }

    /** "Name, Team, Progress"; empty for all. */
    String columns(Collection<ProgressColumn> columns) {
        return columns.stream().map(column -> of(FacetText.column(column))).collect(Collectors.joining(", "));
    }

    String of(Text text) {
        return FacetText.plain(reader.getTranslation(text.key(), text.args().toArray()));
    }
}
