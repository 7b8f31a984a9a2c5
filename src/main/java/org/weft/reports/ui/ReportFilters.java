package org.weft.reports.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.FilterChip;
import org.weft.progress.FacetText;
import org.weft.progress.ProgressForm;
import org.weft.progress.ProgressService;
import org.weft.progress.ProgressView;
import org.weft.progress.SavedViewRow;
import org.weft.progress.SavedViewService;

/**
 * Of whom reports are made, and with which columns: one of the reader's saved views, or what came along from the progress
 * list, in chips that can be taken out. For those who have such a list.
 */
class ReportFilters extends Div {

    private final transient ProgressService progress;
    private final transient CurrentUser currentUser;
    private final transient List<SavedViewRow> saved;
    private final Select<SavedViewRow> views = new Select<>();
    private final Div chips = new Div();
    private final transient Consumer<ProgressView> changed;
    private final transient ViewWords words = new ViewWords(this);

    /**
     * @param changed gets what the reader chose instead
     * @param opened gets the view the reader opened, the cycle it keeps included
     */
    ReportFilters(
            ProgressService progress,
            SavedViewService savedViews,
            CurrentUser currentUser,
            Consumer<ProgressView> changed,
            Consumer<SavedViewRow> opened) {
        this.progress = progress;
        this.currentUser = currentUser;
        this.changed = changed;
        var offered = currentUser.has(Role.HR, Role.MANAGER);
        saved = offered ? savedViews.list(ProgressForm.LIST) : List.of();
        addClassName("weft-reports-filters");
        setVisible(offered);
        views.setLabel(getTranslation("reports.filter.view"));
        views.setPlaceholder(getTranslation("reports.filter.view.none"));
        views.setItems(saved);
        views.setItemLabelGenerator(SavedViewRow::name);
        views.setVisible(!saved.isEmpty());
        views.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                opened.accept(event.getValue());
            }
        });
        chips.addClassName("weft-facet-chips");
        add(views, chips);
    }

    /** What an address asks for, where the reader may ask for it. */
    ProgressView asked(String query) {
        return isVisible() ? ProgressView.of(query) : ProgressView.ALL;
    }

    void show(ProgressView view, long cycleId) {
        views.setValue(saved.stream()
                .filter(row -> !view.equals(ProgressView.ALL)
                        && ProgressView.of(row.query()).equals(view))
                .findFirst()
                .orElse(null));
        chips.removeAll();
        if (view.narrows()) {
            progress.said(currentUser.scope(), view.filter(cycleId))
                    .forEach((facet, value) -> chips.add(new FilterChip(
                            words.of(FacetText.name(facet)),
                            words.of(value),
                            () -> changed.accept(view.without(facet)))));
        }
        if (!view.columns().isEmpty()) {
            chips.add(new FilterChip(
                    getTranslation("reports.filter.columns"),
                    words.columns(view.columns()),
                    () -> changed.accept(view.allColumns())));
        }
        chips.setVisible(chips.getComponentCount() > 0);
    }
}
