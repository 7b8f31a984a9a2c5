package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.icon.VaadinIcon;
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
import org.weft.base.Count;
import org.weft.base.Selection;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Links;
import org.weft.base.ui.LongTask;
import org.weft.base.ui.Narrow;
import org.weft.base.ui.SelectionBar;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressForm;
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
    private final PeopleLines lines;
    private final SelectionBar selection;
    private final ColumnsMenu columns;
    private final GroupMenu groups;

    ProgressListView(
            ProgressPage page,
            ProgressService progress,
            ProgressWorkbook workbook,
            CurrentUser currentUser,
            ObjectProvider<ProgressAction> actions) {
        this.page = page;
        this.progress = progress;
        lines = new PeopleLines(progress, page);
        lines.onMark(this::marked);
        columns = new ColumnsMenu(page::layout);
        groups = new GroupMenu(by -> page.layout(page.address().layout().group(by)));
        selection = new SelectionBar(
                ProgressActions.ways(ProgressActions.offered(actions, currentUser), this, this::start),
                () -> lines.marked().deselectAll(),
                new WorkbookDownload(
                        getTranslation("progress.export.marked"),
                        task -> workbook.write(page.request(lines.marked().selection()))));
        page.use(ProgressForm.LIST, this);
        page.actions(
                new WorkbookDownload(
                        getTranslation("progress.export"), task -> workbook.write(page.request(Selection.ALL))),
                editInExcel());
        page.besideStates(selection);
        page.besideFilters(groups, columns);
        Narrow.watch(this, lines::narrow);
    }

    private Button editInExcel() {
        var edit = new Button(
                getTranslation("progress.excel.title"),
                VaadinIcon.EDIT.create(),
                click -> Links.go(ProgressNavigation.excel(page.filter())));
        edit.addClassName("weft-progress-edit");
        return edit;
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
        return lines;
    }

    @Override
    public void show(ProgressFilter filter, ProgressSort sort, Count matching) {
        lines.show(filter, sort, page.address().layout(), matching);
    }

    @Override
    public void layout(GridLayout layout) {
        columns.show(layout);
        groups.show(layout.grouping());
        lines.layout(layout);
    }

    @Override
    public LiveRows<?> live() {
        return lines.live();
    }

    @Override
    public void open(@Nullable Long personId) {
        lines.open(personId);
    }

    private void marked() {
        var marked = lines.marked();
        selection.show(marked.size(), marked.matching());
        page.showStates(!selection.isVisible());
    }

    private void start(ProgressAction action) {
        var filter = page.filter();
        var sort = page.address().sort();
        var marked = lines.marked().selection();
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
