package org.weft.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Tile;
import org.weft.people.imports.ImportCounts;
import org.weft.people.imports.ImportPreview;
import org.weft.workbook.ui.WorkbookDownload;

/** What an import did, and what comes next. */
class ImportResultPanel extends Div {

    /** The list of programs; its feature stands to the right of this one, so its address is all that is known here. */
    private static final String PROGRAMS = "programs";

    ImportResultPanel(
            ImportPreview applied, ImportCounts counts, int withoutEmail, ProblemWorkbook problems, Runnable another) {
        addClassName("weft-people-result");
        var title = new H2(getTranslation("people.import.done.title", ImportView.total(counts)));
        title.getElement().setAttribute("role", "status");
        add(title, new ImportFigures(counts));
        if (!applied.remarks().isEmpty()) {
            var formats = Formats.of(this);
            var left = new Div(
                    new Paragraph(getTranslation("people.import.done.problems", counts.problems(), counts.warnings())),
                    new WorkbookDownload(
                            getTranslation("people.import.download"), progress -> problems.write(applied, formats)));
            left.addClassName("weft-people-result-left");
            add(left);
        }
        add(new H2(getTranslation("people.import.next")), next(withoutEmail));
        add(new Button(
                getTranslation("people.import.another"), VaadinIcon.UPLOAD_ALT.create(), event -> another.run()));
    }

    private Div next(int withoutEmail) {
        var tiles = new Div();
        tiles.addClassName("weft-tiles");
        tiles.add(new Tile(VaadinIcon.CALENDAR_CLOCK, getTranslation("people.import.next.plan"))
                .text(getTranslation("people.import.next.plan.text"))
                .link(PROGRAMS, getTranslation("people.import.next.plan.open")));
        if (withoutEmail > 0) {
            tiles.add(new Tile(VaadinIcon.ENVELOPE_O, getTranslation("people.import.next.email"))
                    .text(getTranslation("people.address.gap", withoutEmail))
                    .link(PeopleNavigation.people() + "?email=none", getTranslation("people.import.next.email.open")));
        }
        tiles.add(
                new Tile(VaadinIcon.SLIDERS, getTranslation("people.levels.title"))
                        .text(getTranslation("people.import.next.levels.text"))
                        .link(PeopleNavigation.levels(), getTranslation("people.import.next.levels.open")),
                new Tile(VaadinIcon.USERS, getTranslation("people.list.title"))
                        .text(getTranslation("people.import.next.people.text"))
                        .link(PeopleNavigation.people(), getTranslation("people.import.next.people.open")));
        return tiles;
    }
}
