package org.weft.objectives.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weft.access.CurrentUser;
import org.weft.base.ui.Cells;
import org.weft.objectives.AssignPreview;
import org.weft.objectives.AssignPreviewRow;
import org.weft.objectives.AssignRequest;
import org.weft.objectives.AssignmentService;
import org.weft.objectives.LeftOutReason;

/** The third step: what would happen, in counts first; the people behind them are read when they are looked at. */
class PreviewStep extends Div implements AssignStep {

    private final transient AssignDraft draft;
    private final transient AssignmentService assignments;
    private final PeopleStep people;
    private final transient CurrentUser currentUser;
    private transient @Nullable AssignPreview preview;

    PreviewStep(AssignDraft draft, AssignmentService assignments, PeopleStep people, CurrentUser currentUser) {
        this.draft = draft;
        this.assignments = assignments;
        this.people = people;
        this.currentUser = currentUser;
        addClassName("weft-objectives-preview");
    }

    @Override
    public Component content() {
        return this;
    }

    @Override
    public void enter() {
        var cycle = Objects.requireNonNull(draft.cycle());
        var request = draft.request(cycle, people.levels());
        var now = assignments.preview(currentUser.scope(), request);
        preview = now;
        removeAll();
        add(figures(now));
        if (now.created() == 0) {
            var note = new Paragraph(getTranslation("objectives.assign.preview.nothingnew"));
            note.addClassName("weft-objectives-hint");
            add(note);
        }
        add(levels(now, request), details(now, request));
    }

    private Div figures(AssignPreview now) {
        var figures = new Div(
                figure("objectives.assign.preview.new", now.created()),
                figure("objectives.assign.preview.people", now.people()),
                figure("objectives.assign.preview.held", now.held()),
                figure("objectives.assign.preview.leftout", now.leftOutTotal()));
        figures.addClassName("weft-objectives-figures");
        return figures;
    }

    private Div figure(String key, int count) {
        var number = new Span(String.valueOf(count));
        number.addClassNames("weft-objectives-figure-number", "weft-numbers");
        var words = new Span(getTranslation(key, count));
        var figure = new Div(number, words);
        figure.addClassName("weft-objectives-figure");
        figure.setClassName("weft-none", count == 0);
        return figure;
    }

    private Div levels(AssignPreview now, AssignRequest request) {
        var list = new Div(new H2(getTranslation("objectives.assign.preview.bylevel")));
        list.addClassName("weft-objectives-preview-levels");
        for (var level : now.levels()) {
            var name = new Span(getTranslation("level." + level.level().name()));
            name.addClassName("weft-objectives-preview-level");
            var words = new Span(getTranslation(
                    "objectives.assign.preview.level", level.people(), level.objectives(), level.created()));
            words.addClassName("weft-numbers");
            var line = new Div(name, words);
            var rest = level.held() + level.ended();
            if (rest > 0) {
                var held =
                        new Span(getTranslation("objectives.assign.preview.level.rest", level.held(), level.ended()));
                held.addClassName("weft-sub");
                line.add(held);
            }
            line.add(titles(level, request));
            line.addClassName("weft-objectives-preview-line");
            list.add(line);
        }
        return list;
    }

    private Div titles(AssignPreview.OfLevel level, AssignRequest request) {
        var titles = new Div();
        titles.addClassName("weft-objectives-preview-titles");
        draft.planned(level.level())
                .forEach(planned -> titles.add(new Paragraph(getTranslation(
                        "objectives.assign.preview.objective",
                        planned.template().title(),
                        Objects.requireNonNullElse(planned.target(), 0),
                        planned.template().unit(),
                        org.weft.base.ui.Formats.of(this).date(Objects.requireNonNull(planned.dueOn()))))));
        return titles;
    }

    private TabSheet details(AssignPreview now, AssignRequest request) {
        var takingPart =
                now.levels().stream().mapToInt(AssignPreview.OfLevel::people).sum();
        var hidden = now.leftOut().getOrDefault(LeftOutReason.OUT_OF_SCOPE, 0);
        var sheet = new TabSheet();
        sheet.addClassName("weft-objectives-preview-people");
        sheet.addThemeVariants(TabSheetVariant.AURA_NO_BORDER, TabSheetVariant.NO_PADDING);
        sheet.add(
                getTranslation("objectives.assign.preview.getting", takingPart),
                takingPart == 0 ? nobody() : grid(request, false, takingPart));
        sheet.add(
                getTranslation("objectives.assign.preview.notgetting", now.leftOutTotal()),
                now.leftOutTotal() == 0 ? nobody() : leftOut(now, request, now.leftOutTotal() - hidden));
        return sheet;
    }

    private Component nobody() {
        return new Paragraph(getTranslation("objectives.assign.preview.nobody"));
    }

    private Div leftOut(AssignPreview now, AssignRequest request, int listed) {
        var content = new Div();
        for (var reason : LeftOutReason.values()) {
            var count = now.leftOut().getOrDefault(reason, 0);
            if (count > 0) {
                var line = new Paragraph(getTranslation("objectives.leftout.count." + reason.name(), count));
                line.addClassName("weft-objectives-hint");
                content.add(line);
            }
        }
        if (listed > 0) {
            content.add(grid(request, true, listed));
        }
        return content;
    }

    private Grid<AssignPreviewRow> grid(AssignRequest request, boolean leftOut, int count) {
        var grid = new Grid<AssignPreviewRow>();
        grid.addClassName("weft-objectives-preview-grid");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(count <= 12);
        grid.addColumn(Cells.person(
                        AssignPreviewRow::name,
                        row -> (row.teamName() == null ? "" : row.teamName() + " · ")
                                + getTranslation("level." + row.level().name())))
                .setHeader(getTranslation("base.name"))
                .setFlexGrow(2);
        if (leftOut) {
            grid.addColumn(row -> row.leftOut() == null
                            ? ""
                            : getTranslation(
                                    "objectives.leftout." + row.leftOut().name()))
                    .setHeader(getTranslation("objectives.assign.preview.why"))
                    .setFlexGrow(2);
        } else {
            grid.addColumn(row ->
                            getTranslation("objectives.assign.preview.row", row.created(), row.held(), row.ended()))
                    .setHeader(getTranslation("objectives.assign.preview.gets"))
                    .setTextAlign(ColumnTextAlign.START)
                    .setFlexGrow(2);
        }
        grid.setItemsPageable(
                page -> assignments.previewPeople(currentUser.scope(), request, null, leftOut, page), page -> count);
        return grid;
    }

    @Override
    public Optional<String> problem() {
        return preview == null || preview.created() + preview.held() == 0
                ? Optional.of(getTranslation("objectives.assign.error.nobody"))
                : Optional.empty();
    }

    @Override
    public String next() {
        return preview == null || preview.created() == 0
                ? getTranslation("objectives.assign.confirm.reason")
                : getTranslation("objectives.assign.confirm", preview.created(), preview.people());
    }

    @Override
    public String summary() {
        return "";
    }
}
