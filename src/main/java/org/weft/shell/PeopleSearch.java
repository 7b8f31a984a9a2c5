package org.weft.shell;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import org.weft.base.ui.GlobalSearch;
import org.weft.base.ui.Links;
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
        getElement().setAttribute("role", "search").setAttribute("aria-label", getTranslation("shell.search"));
        field.setPlaceholder(getTranslation("shell.search"));
        field.setAriaLabel(getTranslation("shell.search"));
        field.setPrefixComponent(VaadinIcon.SEARCH.create());
        field.setItemLabelGenerator(SearchHit::label);
        field.setRenderer(hit());
        field.setItems(query -> page(query).stream(), query -> hits(query).size());
        field.addValueChangeListener(event -> {
            var hit = event.getValue();
            if (hit != null) {
                field.clear();
                if (!hit.path().isEmpty()) {
                    Links.go(hit.path());
                }
            }
        });
        var key = new Span("/");
        key.addClassName("weft-key");
        key.getElement().setAttribute("aria-hidden", "true");
        add(field, key);
    }

    private static LitRenderer<SearchHit> hit() {
        return LitRenderer.<SearchHit>of("""
                        ${item.sub ? html`<span class="weft-person-words">
                            <span class="weft-person-name">${item.name}</span>
                            <span class="weft-person-sub">${item.sub}</span>
                          </span>` : html`<span class="weft-person-words">${item.name}</span>`}""")
                .withProperty("name", SearchHit::label)
                .withProperty("sub", SearchHit::subLine);
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
            if (found.isEmpty()) {
                found = List.of(new SearchHit(getTranslation("shell.search.none"), "", ""));
            }
            askedFor = text;
        }
        return found;
    }
}
