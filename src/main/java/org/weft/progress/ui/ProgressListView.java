package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.Errors;
import org.weft.base.ui.LongTask;
import org.weft.base.ui.Narrow;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressSelection;
import org.weft.progress.ProgressService;
import org.weft.progress.ProgressSort;
import org.weft.workbook.ui.WorkbookDownload;

/** The team progress grid as a list: a row per participant, to watch, to mark, and to do something for those marked. */
@Route(ProgressNavigation.LIST)
@Menu(order = 100, icon = "vaadin:progressbar", title = "progress.title")
@RolesAllowed({Role.Names.HR, Role.Names.MANAGER})
@StyleSheet("styles/progress.css")
class ProgressListView extends Composite<ProgressPage>
        implements AfterNavigationObserver, HasDynamicTitle, ProgressPage.Body {

    private final ProgressPage page;
    private final ProgressService progress;
    private final ProgressGrid grid;
    private final SelectionBar selection;
    private final ColumnsMenu columns;
    private ProgressFilter filter = ProgressFilter.of(0);
    private ProgressSort sort = ProgressSort.DEFAULT;

    ProgressListView(
            ProgressPage page,
            ProgressService progress,
            ProgressWorkbook workbook,
            CurrentUser currentUser,
            ObjectProvider<ProgressAction> actions) {
        this.page = page;
        this.progress = progress;
        grid = new ProgressGrid(
                (offset, limit) -> progress.list(page.scope(), filter, sort, offset, limit),
                ids -> progress.again(page.scope(), filter, ids),
                page::address,
                page);
        grid.addItemClickListener(
                event -> page.go(page.address().person(event.getItem().personId())));
        grid.marked().onChange(this::marked);
        columns = new ColumnsMenu(page::layout);
        selection = new SelectionBar(
                SelectionBar.offered(actions, currentUser),
                this::start,
                () -> grid.marked().deselectAll(),
                new WorkbookDownload(
                        getTranslation("progress.export.marked"),
                        task -> workbook.write(page.request(grid.marked().selection()))));
        page.use(ProgressNavigation.LIST, this);
        page.actions(new WorkbookDownload(
                getTranslation("progress.export"), task -> workbook.write(page.request(ProgressSelection.ALL))));
        page.besideStates(selection);
        page.besideFilters(columns);
        Narrow.watch(this, grid::narrow);
    }

    @Override
    protected ProgressPage initContent() {
        return page;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("progress.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        page.enter(event.getLocation());
    }

    @Override
    public Component component() {
        return grid;
    }

    @Override
    public void show(ProgressFilter nowFilter, ProgressSort nowSort, long matching) {
        if (nowFilter.equals(filter)) {
            grid.marked().among(matching);
        } else {
            grid.marked().clear(matching);
        }
        filter = nowFilter;
        sort = nowSort;
        grid.show(page.address().layout(), nowSort, matching);
    }

    @Override
    public void layout(GridLayout layout) {
        grid.show(layout);
        columns.show(layout);
    }

    @Override
    public LiveRows<?> live() {
        return grid.live();
    }

    @Override
    public void open(@Nullable Long personId) {
        grid.open(personId);
    }

    private void marked() {
        selection.show(grid.marked().size(), grid.marked().matching());
        page.showStates(!selection.isVisible());
    }

    private void start(ProgressAction action) {
        var marked = grid.marked().selection();
        LongTask.run(
                getTranslation("progress.bulk.looking"),
                task -> progress.ids(page.scope(), filter, sort, marked),
                ids -> {
                    if (!ids.isEmpty()) {
                        Errors.run(() -> action.open(ids, page::changed));
                    }
                });
    }
}
