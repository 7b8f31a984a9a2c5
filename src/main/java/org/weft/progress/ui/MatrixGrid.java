package org.weft.progress.ui;

import static java.util.stream.Collectors.toSet;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.ColumnRendering;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.weft.base.Count;
import org.weft.base.ui.Formats;
import org.weft.progress.MatrixColumn;
import org.weft.progress.MatrixRow;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressSort;

/**
 * People against objectives. The names and the head stay in sight; only the columns in sight are drawn. On a narrow page
 * one card a person holds the objectives.
 */
class MatrixGrid extends Grid<MatrixRow> {

    private static final String ENTER_OPENS = """
            this.addEventListener('keydown', (event) => {
              const focused = this.shadowRoot.activeElement;
              const slot = (event.key === 'Enter' || event.key === ' ') && !this.hasAttribute('interacting')
                  && focused && focused.querySelector('slot');
              const button = slot && slot.assignedElements()[0]?.querySelector('.weft-progress-cell');
              if (button) {
                event.preventDefault();
                event.stopPropagation();
                button.click();
              }
            }, true);""";

    private final MatrixCells cells;
    private final Scrolled<MatrixRow> scrolled;
    private final LiveRows<MatrixRow> live;
    private final Column<MatrixRow> card;
    private final Column<MatrixRow> name;
    private final Column<MatrixRow> progress;
    private final List<Column<MatrixRow>> objectives = new ArrayList<>();
    private List<MatrixColumn> shown = List.of();
    private Set<Long> shownTemplates = Set.of();
    private ProgressSort sort = ProgressSort.DEFAULT;
    private boolean narrow;
    private Count matching = Count.exactly(0);
    private @Nullable Long openPerson;

    MatrixGrid(
            Scrolled.Rows<MatrixRow> rows,
            LiveRows.Again<MatrixRow> again,
            Supplier<ProgressAddress> address,
            MatrixCells.Opener opener,
            Consumer<ProgressSort> sorted) {
        scrolled = new Scrolled<>(rows);
        live = new LiveRows<>(this, row -> row.participant().id(), this::place, again);
        addClassName("weft-progress-matrix");
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.COLUMN_BORDERS);
        setSizeFull();
        setPageSize(50);
        setColumnRendering(ColumnRendering.LAZY);
        setAriaLabel(getTranslation("progress.matrix"));
        setSelectionMode(SelectionMode.NONE);

        cells = new MatrixCells(this, Formats.of(this), address, opener);
        card = addColumn(cells.card()).setHeader(getTranslation("progress.people"));
        card.setVisible(false);
        name = addColumn(cells.person())
                .setKey(ProgressColumn.NAME.property())
                .setHeader(getTranslation("progress.column.NAME"))
                .setSortProperty(ProgressColumn.NAME.property())
                .setFrozen(true)
                .setRowHeader(true)
                .setFlexGrow(0)
                .setWidth("220px");
        progress = addColumn(cells.progress())
                .setKey(ProgressColumn.PROGRESS.property())
                .setHeader(getTranslation("progress.column.PROGRESS"))
                .setSortProperty(ProgressColumn.PROGRESS.property())
                .setFlexGrow(0)
                .setWidth("120px");
        setPartNameGenerator(row -> Objects.equals(row.participant().personId(), openPerson) ? "open" : null);
        setDataProvider(new CallbackDataProvider<>(
                query -> live.load(scrolled.read(query.getOffset(), query.getLimit())).stream(),
                query -> (int) Math.min(Integer.MAX_VALUE, matching.number()),
                row -> row.participant().id()));
        addSortListener(event -> {
            if (event.isFromClient()) {
                sorted.accept(event.getSortOrder().stream()
                        .findFirst()
                        .flatMap(order -> ProgressColumn.of(order.getSorted().getKey())
                                .map(column ->
                                        new ProgressSort(column, order.getDirection() == SortDirection.ASCENDING)))
                        .orElse(ProgressSort.DEFAULT));
            }
        });
    }

    /** Enter opens the focused cell at once, instead of first leading into it. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs(ENTER_OPENS);
    }

    /** Shows the rows anew: so many, in this order, against these objectives. */
    void show(List<MatrixColumn> columns, ProgressSort nowSort, Count nowMatching) {
        sort = nowSort;
        matching = nowMatching;
        live.clear();
        scrolled.clear();
        if (!columns.equals(shown)) {
            shown = columns;
            shownTemplates = columns.stream().map(MatrixColumn::templateId).collect(toSet());
            cells.use(columns);
            objectives.forEach(this::removeColumn);
            objectives.clear();
            columns.forEach(column -> objectives.add(objective(column)));
        }
        var sorted = getColumnByKey(sort.column().property());
        sort(
                sorted == null
                        ? List.of()
                        : sort.ascending()
                                ? GridSortOrder.asc(sorted).build()
                                : GridSortOrder.desc(sorted).build());
        GridSize.show(this, matching);
        getDataProvider().refreshAll();
    }

    private Column<MatrixRow> objective(MatrixColumn column) {
        var code = new Span(column.code());
        code.addClassName("weft-progress-matrix-code");
        var title = new Span(column.title());
        title.addClassName("weft-progress-matrix-title");
        var header = new Div(code, title);
        header.addClassName("weft-progress-matrix-head");
        header.setTitle(column.title() + " ("
                + getTranslation("objectivetype." + column.type().name()) + ")");
        var added = addColumn(cells.objective(column.templateId()))
                .setKey("objective-" + column.templateId())
                .setHeader(header)
                .setFlexGrow(0)
                .setWidth("136px");
        added.setVisible(!narrow);
        return added;
    }

    /** Marks the row of who is opened beside the matrix. */
    void open(@Nullable Long personId) {
        var before = openPerson;
        if (!Objects.equals(before, personId)) {
            openPerson = personId;
            live.redraw(row -> Objects.equals(row.participant().personId(), before)
                    || Objects.equals(row.participant().personId(), personId));
        }
    }

    /** Somebody who holds what no column shows needs another matrix, as somebody who would stand elsewhere does. */
    private Object place(MatrixRow row) {
        return List.of(
                Places.of(row.participant(), sort.column()),
                shownTemplates.containsAll(row.cells().keySet()));
    }

    LiveRows<MatrixRow> live() {
        return live;
    }

    void narrow(boolean now) {
        var wider = narrow && !now;
        narrow = now;
        card.setVisible(now);
        name.setVisible(!now);
        progress.setVisible(!now);
        objectives.forEach(column -> column.setVisible(!now));
        if (wider) {
            SortArrows.show(this);
        }
    }
}
