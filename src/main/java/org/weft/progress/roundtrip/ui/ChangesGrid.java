package org.weft.progress.roundtrip.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.weft.base.Text;
import org.weft.base.ui.Cells;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Narrow;
import org.weft.objectives.AssignmentStatus;
import org.weft.progress.roundtrip.Choice;
import org.weft.progress.roundtrip.EditedRow;
import org.weft.progress.roundtrip.EditedRow.EditedField;
import org.weft.progress.roundtrip.Verdict;

/**
 * Rows of a file that differ from what is there, read as one scrolls to them: what it is about, and each field from and
 * to; where both sides changed it, all three values side by side and the choice.
 */
class ChangesGrid extends Grid<EditedRow> {

    /** Reads a page of rows. */
    @FunctionalInterface
    interface Source {
        List<EditedRow> page(int offset, int limit);
    }

    private static final String CHANGES = """
            <div class="weft-excel-changes">
              ${item.fields.map(f => f.sides.length
                ? html`<div class="weft-excel-sides">
                    <span class="weft-sub">${f.name}</span>
                    <dl>${f.sides.map(side => html`<div data-taken="${side.taken}"><dt>${side.name}</dt><dd>${side.value}</dd></div>`)}</dl>
                  </div>`
                : html`<div class="weft-excel-change"><span class="weft-sub">${f.name}</span>
                    <span><span class="weft-excel-before">${f.before}</span>
                      <span aria-hidden="true">→</span><span class="weft-excel-to">${item.becomes}</span>
                      <span class="weft-excel-after">${f.after}</span></span></div>`)}
              ${item.reason ? html`<div class="weft-excel-change"><span class="weft-sub">${item.reasonName}</span>
                    <span>${item.reason}</span></div>` : ''}
              ${item.refusal ? html`<div class="weft-excel-refusal">${item.refusal}</div>` : ''}
              ${item.asks ? html`<div class="weft-excel-choice" role="radiogroup" aria-label="${item.question}">
                  <label><input type="radio" name="${item.group}" .checked="${item.choice === 'WEFT'}"
                    @change="${weft}">${item.keep}</label>
                  ${item.canTake ? html`<label><input type="radio" name="${item.group}"
                    .checked="${item.choice === 'FILE'}" @change="${file}">${item.take}</label>` : ''}
                </div>` : ''}
              ${item.decided ? html`<div class="weft-sub">${item.decided}</div>` : ''}
            </div>""";

    /** On a phone the row is one card. */
    private static final String CARD = """
            <div class="weft-excel-card">
              <div class="weft-two-lines"><span>${item.person}</span><span class="weft-sub">${item.objective}</span>
                <span class="weft-sub">${item.place}</span></div>
              CHANGES
            </div>""".replace("CHANGES", CHANGES);

    private final transient Formats formats = Formats.of(this);
    private transient BiConsumer<Integer, Choice> chosen = (row, choice) -> {};
    private boolean done;

    ChangesGrid(String label, int rows, Source source) {
        addClassName("weft-excel-grid");
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        setAriaLabel(label);
        var what = addColumn(Cells.threeLines(this::person, this::objective, this::place))
                .setHeader(getTranslation("progress.excel.what"))
                .setWidth("11rem")
                .setFlexGrow(2);
        var changes = addColumn(changes(CHANGES))
                .setHeader(getTranslation("progress.excel.changes"))
                .setWidth("12rem")
                .setFlexGrow(4);
        var card = addColumn(changes(CARD)
                        .withProperty("person", this::person)
                        .withProperty("objective", this::objective)
                        .withProperty("place", this::place))
                .setHeader(getTranslation("progress.excel.changes"))
                .setFlexGrow(1);
        Narrow.columns(this, List.of(what, changes), List.of(card));
        setItems(query -> source.page(query.getOffset(), query.getLimit()).stream(), query -> {
            // Counted already.
            query.getOffset();
            query.getLimit();
            return rows;
        });
    }

    /** @param listener gets the row's number and what was chosen for it */
    void onChoice(BiConsumer<Integer, Choice> listener) {
        chosen = listener;
    }

    /** Nothing is to be chosen any more. */
    void done() {
        done = true;
    }

    void refresh() {
        getDataProvider().refreshAll();
    }

    private String person(EditedRow row) {
        return row.name() == null ? getTranslation("progress.excel.nobody") : row.name();
    }

    private String objective(EditedRow row) {
        return row.code() == null ? "" : row.code() + " " + row.objective();
    }

    private String place(EditedRow row) {
        return getTranslation("progress.excel.row", row.row());
    }

    private LitRenderer<EditedRow> changes(String template) {
        return LitRenderer.<EditedRow>of(template)
                .withProperty(
                        "fields",
                        row -> row.changes().stream()
                                .map(field -> shown(row, field))
                                .toList())
                .withProperty("becomes", row -> getTranslation("progress.excel.becomes"))
                .withProperty("reason", EditedRow::reason)
                .withProperty("reasonName", row -> getTranslation("progress.excel.column.REASON"))
                .withProperty("refusal", row -> row.refusal() == null ? "" : words(row.refusal()))
                .withProperty("asks", row -> row.asks() && !done)
                .withProperty("canTake", EditedRow::canTakeFile)
                .withProperty(
                        "choice",
                        row -> row.choice() == null ? "" : row.choice().name())
                .withProperty("group", row -> "weft-excel-" + row.row())
                .withProperty("question", row -> getTranslation("progress.excel.question", person(row), row.row()))
                .withProperty("keep", row -> getTranslation("progress.excel.choice.WEFT"))
                .withProperty("take", row -> getTranslation("progress.excel.choice.FILE"))
                .withProperty(
                        "decided",
                        row -> row.asks() && done && row.choice() != null
                                ? getTranslation(
                                        "progress.excel.decided." + row.choice().name())
                                : "")
                .withFunction("weft", row -> chosen.accept(row.row(), Choice.WEFT))
                .withFunction("file", row -> chosen.accept(row.row(), Choice.FILE));
    }

    /**
     * A field as the template draws it. Public, because it is asked by reflection.
     *
     * @param sides the three values where both sides changed it, else empty
     */
    public record Shown(String name, String before, String after, List<Side> sides) {}

    /** One of three values. */
    public record Side(String name, String value, boolean taken) {}

    private Shown shown(EditedRow row, EditedField field) {
        var name =
                getTranslation("progress.excel.column." + field.field().column().name());
        return field.verdict() == Verdict.CHANGE
                ? new Shown(name, value(field.now()), value(field.file()), List.of())
                : new Shown(
                        name,
                        "",
                        "",
                        List.of(
                                side("base", field.base(), false),
                                side("now", field.now(), row.choice() == Choice.WEFT),
                                side("file", field.file(), row.choice() == Choice.FILE)));
    }

    private Side side(String which, @Nullable Object value, boolean taken) {
        return new Side(getTranslation("progress.excel.side." + which), value(value), taken);
    }

    private String value(@Nullable Object value) {
        return switch (value) {
            case null -> Formats.NOTHING;
            case LocalDate day -> formats.date(day);
            case AssignmentStatus status -> getTranslation("status." + status.name());
            case Number number -> formats.number(number.longValue());
            case Text text -> words(text);
            default -> value.toString();
        };
    }

    private String words(Text text) {
        return getTranslation(text.key(), text.args().toArray());
    }
}
