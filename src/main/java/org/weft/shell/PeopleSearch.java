package org.weft.shell;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.Query;
import java.util.List;
import org.weft.base.ui.Cells;
import org.weft.base.ui.GlobalSearch;
import org.weft.base.ui.SearchHit;

/** Finds a person from anywhere. Shows the first hits only: who types on finds the rest. */
class PeopleSearch extends Div {

    private static final int LIMIT = 10;

    private final ComboBox<SearchHit> field = new ComboBox<>();
    private final transient GlobalSearch search;
    private String askedFor = "";
    private transient List<SearchHit> found = List.of();

    PeopleSearch(GlobalSearch search) {
        this.search = search;
        addClassName("weft-search");
        getElement().setAttribute("role", "search");
        field.setPlaceholder(getTranslation("shell.search"));
        field.setAriaLabel(getTranslation("shell.search"));
        field.setPrefixComponent(VaadinIcon.SEARCH.create());
        field.setAutoOpen(false);
        field.setItemLabelGenerator(SearchHit::label);
        field.setRenderer(Cells.person(SearchHit::label, SearchHit::subLine));
        field.setItems(query -> page(query).stream(), query -> hits(query).size());
        field.addValueChangeListener(event -> {
            var hit = event.getValue();
            if (hit != null) {
                field.clear();
                getUI().ifPresent(ui -> ui.navigate(hit.path()));
            }
        });
        var key = new Span("/");
        key.addClassName("weft-key");
        key.getElement().setAttribute("aria-hidden", "true");
        add(field, key);
    }

    private List<SearchHit> page(Query<SearchHit, String> query) {
        var hits = hits(query);
        var from = Math.min(query.getOffset(), hits.size());
        return hits.subList(from, Math.min(from + query.getLimit(), hits.size()));
    }

    /** The box asks how many first and which ones then; one answer serves both. */
    private List<SearchHit> hits(Query<SearchHit, String> query) {
        var text = query.getFilter().orElse("").strip();
        if (text.isEmpty()) {
            return List.of();
        }
        if (query.getOffset() == 0 && !text.equals(askedFor)) {
            found = search.find(text, LIMIT);
            askedFor = text;
        }
        return found;
    }
}
