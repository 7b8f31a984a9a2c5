package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weft.access.Role;
import org.weft.base.Count;
import org.weft.base.Selection;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Narrow;
import org.weft.objectives.ui.ObjectivesNavigation;
import org.weft.progress.MatrixService;
import org.weft.progress.ProgressChanges;
import org.weft.progress.ProgressFacet;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressForm;
import org.weft.progress.ProgressSort;
import org.weft.workbook.ui.WorkbookDownload;

/** The team progress grid as a matrix: people against objectives, a cell per assignment. */
@Route(ProgressNavigation.MATRIX)
@RolesAllowed({Role.Names.HR, Role.Names.MANAGER})
@StyleSheet("styles/progress.css")
class ProgressMatrixView extends Composite<ProgressPage>
        implements AfterNavigationObserver, HasDynamicTitle, ProgressPage.Body {

    private final ProgressPage page;
    private final MatrixService matrix;
    private final MatrixGrid grid;
    private final CellPopover cell;
    private final Div body = new Div();
    private ProgressFilter filter = ProgressFilter.of(0);
    private ProgressSort sort = ProgressSort.DEFAULT;

    ProgressMatrixView(ProgressPage page, MatrixService matrix, MatrixWorkbook workbook, CellPopover cell) {
        this.page = page;
        this.matrix = matrix;
        this.cell = cell;
        body.setSizeFull();
        grid = new MatrixGrid(
                (near, offset, limit) -> matrix.list(page.scope(), filter, sort, near, offset, limit),
                ids -> matrix.again(page.scope(), filter, ids),
                page::address,
                (row, assignmentId) -> Errors.run(() -> cell.open(body, filter.cycleId(), row, assignmentId)),
                order -> page.go(page.address().sort(order)));
        cell.use(participant -> grid.live().update(new ProgressChanges(false, Set.of(participant))), page::open);
        page.use(ProgressForm.MATRIX, this);
        page.actions(new WorkbookDownload(
                getTranslation("progress.export"), task -> workbook.write(page.request(Selection.ALL))));
        Narrow.watch(this, grid::narrow);
    }

    @Override
    protected ProgressPage initContent() {
        return page;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("progress.matrix");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        page.enter(event.getLocation());
    }

    @Override
    public Component component() {
        return body;
    }

    @Override
    public void show(ProgressFilter nowFilter, ProgressSort nowSort, Count matching) {
        filter = nowFilter;
        sort = nowSort;
        var columns = matrix.columns(page.scope(), nowFilter);
        body.removeAll();
        body.add(columns.isEmpty() && matching.number() > 0 ? nothingAssigned() : grid, cell);
        grid.show(columns, nowSort, columns.isEmpty() ? Count.exactly(0) : matching);
    }

    private EmptyState nothingAssigned() {
        var assign = new Anchor(
                ObjectivesNavigation.assign(filter.cycleId(), filter.id(ProgressFacet.COHORT)),
                getTranslation("progress.matrix.assign"));
        assign.getElement().setAttribute("router-link", true);
        return new EmptyState(
                VaadinIcon.CLIPBOARD_CHECK,
                getTranslation("progress.matrix.empty"),
                getTranslation("progress.matrix.empty.text"),
                assign);
    }

    @Override
    public LiveRows<?> live() {
        return grid.live();
    }

    @Override
    public void open(@Nullable Long personId) {
        grid.open(personId);
    }
}
