package org.weft.access.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weft.audit.AuditRow;
import org.weft.base.ui.Cells;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Narrow;

/** The entries of the trail, a page at a time. A click on one shows all of its text. */
class AuditGrid extends Grid<AuditGrid.Entry> {

    /**
     * An entry with the name of whom it concerns, as the directory has it now.
     *
     * @param person null where it concerns nobody, or somebody no longer in the directory
     */
    record Entry(AuditRow row, @Nullable String person) {}

    private final Formats formats = Formats.of(UI.getCurrentOrThrow());

    AuditGrid() {
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        var when = addColumn(LitRenderer.<Entry>of(
                                "<span class=\"weft-numbers\" title=\"${item.exact}\">${item.at}</span>")
                        .withProperty(
                                "at", entry -> formats.dateTime(entry.row().at()))
                        .withProperty(
                                "exact", entry -> formats.exact(entry.row().at())))
                .setHeader(getTranslation("access.audit.when"))
                .setWidth("12rem")
                .setFlexGrow(0);
        var who = addColumn(entry -> entry.row().actorName())
                .setHeader(getTranslation("access.audit.who"))
                .setWidth("9rem")
                .setFlexGrow(1);
        var what = addColumn(Cells.twoLines(
                        entry -> words(entry.row().action()),
                        entry -> text(entry.row().subjectName())))
                .setHeader(getTranslation("access.audit.what"))
                .setWidth("12rem")
                .setFlexGrow(2);
        var about = addColumn(entry -> entry.person() == null ? Formats.NOTHING : entry.person())
                .setHeader(getTranslation("access.audit.person"))
                .setWidth("9rem")
                .setFlexGrow(1);
        var detail = addColumn(LitRenderer.<Entry>of("<span title=\"${item.detail}\">${item.detail}</span>")
                        .withProperty("detail", entry -> text(entry.row().detail())))
                .setHeader(getTranslation("access.audit.detail"))
                .setWidth("12rem")
                .setFlexGrow(3);
        var card = addColumn(Cells.<Entry>twoLines(
                        entry -> Stream.of(
                                        words(entry.row().action()), entry.row().subjectName(), entry.person())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" · ")),
                        entry -> entry.row().actorName() + " · "
                                + formats.dateTime(entry.row().at())))
                .setHeader(getTranslation("access.audit.what"));
        Narrow.columns(this, List.of(when, who, what, about, detail), List.of(card));
        setItemDetailsRenderer(new ComponentRenderer<>(this::details));
        setEmptyStateComponent(new EmptyState(
                VaadinIcon.RECORDS,
                getTranslation("access.audit.empty.title"),
                getTranslation("access.audit.empty.text")));
    }

    /** What was done, in the reader's language. */
    static String words(String action) {
        return UI.getCurrentOrThrow().getTranslation("audit.action." + action);
    }

    private Div details(Entry entry) {
        var all = new Div(new Paragraph(
                formats.exact(entry.row().at()) + " · " + entry.row().actorName()));
        all.addClassName("weft-sub");
        if (entry.person() != null) {
            all.add(new Paragraph(getTranslation("access.audit.person") + ": " + entry.person()));
        }
        if (entry.row().detail() != null) {
            all.add(new Paragraph(entry.row().detail()));
        }
        return all;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
