package org.weft.progress.ui;

import static java.util.stream.Collectors.toMap;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.weft.base.ui.Cells;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Tone;
import org.weft.progress.MatrixCell;
import org.weft.progress.MatrixColumn;
import org.weft.progress.MatrixRow;

/** How people and their assignments look in the matrix. A cell is a button: it opens the assignment where it is. */
class MatrixCells {

    /** Opens an assignment over its cell. */
    interface Opener {
        void open(MatrixRow row, long assignmentId);
    }

    /**
     * What the browser gets of a cell, of which a page may hold thousands: id, tone, status, count, due date, all of it in
     * words, code.
     */
    private static final String BUTTON = """
            <button class="weft-progress-cell" data-cell="${cell[0]}" data-tone="${cell[1]}" aria-haspopup="dialog"
              aria-label="${cell[5]}" title="${cell[5]}" @click="${() => open(cell[0])}">
              <span class="weft-badge" data-tone="${cell[1]}">${cell[2]}</span>
              <span class="weft-progress-cell-facts weft-numbers">${cell[3]} <span
                class="${cell[1] === 'red' ? 'weft-due-note' : ''}">${cell[4]}</span></span>
            </button>""";

    private final Component owner;
    private final Formats formats;
    private final Supplier<ProgressAddress> address;
    private final Opener opener;
    private Map<Long, String> codes = Map.of();

    MatrixCells(Component owner, Formats formats, Supplier<ProgressAddress> address, Opener opener) {
        this.owner = owner;
        this.formats = formats;
        this.address = address;
        this.opener = opener;
    }

    /** The objectives that are shown, for the cards. */
    void use(List<MatrixColumn> columns) {
        codes = columns.stream().collect(toMap(MatrixColumn::templateId, MatrixColumn::code));
    }

    Renderer<MatrixRow> person() {
        return Cells.person(row -> row.participant().name(), this::subLine, this::path);
    }

    Renderer<MatrixRow> progress() {
        return Cells.progress(
                row -> row.participant().progress(),
                row -> formats.of(
                        row.participant().completed(), row.participant().live()));
    }

    Renderer<MatrixRow> objective(long templateId) {
        return LitRenderer.<MatrixRow>of("${item.cell ? ((cell) => html`" + BUTTON + "`)(item.cell) : ''}")
                .withProperty(
                        "cell", row -> row.cell(templateId).map(this::values).orElse(null))
                .withFunction(
                        "open",
                        (row, args) ->
                                opener.open(row, Long.parseLong(args.get(0).asString())));
    }

    Renderer<MatrixRow> card() {
        return LitRenderer.<MatrixRow>of("""
                        <div class="weft-progress-card">
                          <div class="weft-person">
                            <span class="weft-person-words">
                              <a class="weft-person-name" href="${item.path}" router-link>${item.name}</a>
                              <span class="weft-person-sub">${item.sub}</span>
                            </span>
                            <span class="weft-numbers">${item.done}</span>
                          </div>
                          <div class="weft-progress-card-cells">
                            ${item.cells.map((cell) => html`<span class="weft-progress-card-cell"
                              ><b>${cell[6]}</b>BUTTON</span>`)}
                          </div>
                        </div>""".replace("BUTTON", BUTTON))
                .withProperty("path", this::path)
                .withProperty("name", row -> row.participant().name())
                .withProperty("sub", this::subLine)
                .withProperty(
                        "done",
                        row -> formats.of(
                                row.participant().completed(), row.participant().live()))
                .withProperty("cells", this::all)
                .withFunction(
                        "open",
                        (row, args) ->
                                opener.open(row, Long.parseLong(args.get(0).asString())));
    }

    private List<List<String>> all(MatrixRow row) {
        return row.cells().values().stream()
                .sorted(Comparator.comparing(MatrixCell::dueOn).thenComparing(MatrixCell::templateId))
                .map(this::values)
                .toList();
    }

    private List<String> values(MatrixCell cell) {
        var status = owner.getTranslation("status." + cell.status().name());
        var late = cell.overdueDays() > 0;
        var label = owner.getTranslation(
                "progress.cell", status, formats.of(cell.achieved(), cell.target()), formats.date(cell.dueOn()));
        return List.of(
                Long.toString(cell.assignmentId()),
                ProgressCells.tone(late ? Tone.RED : Tone.ofStatus(cell.status().name())),
                status,
                cell.achieved() + "/" + cell.target(),
                cell.status().isOpen() ? formats.shortDate(cell.dueOn(), cell.today()) : "",
                late ? label + ", " + formats.overdue(cell.dueOn(), cell.today()) : label,
                codes.getOrDefault(cell.templateId(), ""));
    }

    private String path(MatrixRow row) {
        return address.get().person(row.participant().personId()).href(ProgressNavigation.MATRIX);
    }

    private String subLine(MatrixRow row) {
        return ProgressCells.subLine(owner, row.participant());
    }
}
