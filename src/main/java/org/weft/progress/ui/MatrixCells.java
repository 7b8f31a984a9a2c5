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

/** How people and their assignments look in the matrix. A cell is a link, so the keyboard and a new tab work too. */
class MatrixCells {

    /** Opens a person beside the matrix, at an assignment. */
    interface Opener {
        void open(long personId, long assignmentId);
    }

    /** What the browser gets of a cell; public, because it is turned to JSON by reflection. */
    public record Cell(
            String id,
            String code,
            String tone,
            String path,
            String status,
            String count,
            String due,
            boolean late,
            String label) {}

    private static final String LINK = """
            <a class="weft-progress-cell" data-tone="${cell.tone}" href="${cell.path}" aria-label="${cell.label}" title="${cell.label}"
              @click="${(e) => { if (!e.ctrlKey && !e.metaKey && !e.shiftKey) { e.preventDefault(); open(cell.id); } }}">
              <span class="weft-badge" data-tone="${cell.tone}">${cell.status}</span>
              <span class="weft-progress-cell-facts weft-numbers">${cell.count} <span
                class="${cell.late ? 'weft-due-note' : ''}">${cell.due}</span></span>
            </a>""";

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
        return LitRenderer.<MatrixRow>of("${item.cell ? ((cell) => html`" + LINK + "`)(item.cell) : ''}")
                .withProperty(
                        "cell",
                        row -> row.cell(templateId)
                                .map(cell -> values(row, cell))
                                .orElse(null))
                .withFunction(
                        "open",
                        (row, args) -> open(row, Long.parseLong(args.get(0).asString())));
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
                              ><b>${cell.code}</b>LINK</span>`)}
                          </div>
                        </div>""".replace("LINK", LINK))
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
                        (row, args) -> open(row, Long.parseLong(args.get(0).asString())));
    }

    private List<Cell> all(MatrixRow row) {
        return row.cells().values().stream()
                .sorted(Comparator.comparing(MatrixCell::dueOn).thenComparing(MatrixCell::templateId))
                .map(cell -> values(row, cell))
                .toList();
    }

    private Cell values(MatrixRow row, MatrixCell cell) {
        var personId = row.participant().personId();
        var status = owner.getTranslation("status." + cell.status().name());
        var late = cell.overdueDays() > 0;
        var label = owner.getTranslation(
                "progress.cell", status, formats.of(cell.achieved(), cell.target()), formats.date(cell.dueOn()));
        return new Cell(
                Long.toString(cell.assignmentId()),
                codes.getOrDefault(cell.templateId(), ""),
                ProgressCells.tone(late ? Tone.RED : Tone.ofStatus(cell.status().name())),
                address.get().person(personId, cell.assignmentId()).pageHref(personId),
                status,
                cell.achieved() + "/" + cell.target(),
                cell.status().isOpen() ? formats.shortDate(cell.dueOn(), cell.today()) : "",
                late,
                late ? label + ", " + formats.overdue(cell.dueOn(), cell.today()) : label);
    }

    private void open(MatrixRow row, long assignmentId) {
        opener.open(row.participant().personId(), assignmentId);
    }

    private String path(MatrixRow row) {
        return address.get().person(row.participant().personId()).href(ProgressNavigation.MATRIX);
    }

    private String subLine(MatrixRow row) {
        return ProgressCells.subLine(owner, row.participant());
    }
}
