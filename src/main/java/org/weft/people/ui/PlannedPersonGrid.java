package org.weft.people.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.Cells;
import org.weft.base.ui.Formats;
import org.weft.people.Level;
import org.weft.people.imports.FieldChange;
import org.weft.people.imports.PlannedPerson;
import org.weft.people.imports.PlannedPerson.Action;

/** People an import adds, changes or marks as left; what it changes stands field by field. */
class PlannedPersonGrid extends Grid<PlannedPerson> {

    private final transient Formats formats = Formats.of(this);

    PlannedPersonGrid(List<PlannedPerson> people, Action action) {
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        addColumn(Cells.person(PlannedPerson::name, this::subLine))
                .setHeader(getTranslation("base.name"))
                .setWidth("14rem")
                .setFlexGrow(1);
        if (action == Action.ADD) {
            addColumn(Cells.twoLines(
                            person -> person.jobTitle() == null ? Formats.NOTHING : person.jobTitle(),
                            person -> getTranslation("level." + person.level().name())))
                    .setHeader(getTranslation("people.titleAndLevel"))
                    .setWidth("9rem")
                    .setFlexGrow(1);
        } else {
            addColumn(changes())
                    .setHeader(getTranslation("people.import.changes"))
                    .setWidth("10rem")
                    .setFlexGrow(3);
        }
        setItems(people);
    }

    private String subLine(PlannedPerson person) {
        var where = person.row() == 0
                ? getTranslation("people.import.notThere")
                : getTranslation("people.import.rowNumber", person.row());
        return person.action() == Action.ADD && !person.active()
                ? person.number() + " · " + where + " · " + getTranslation("people.left")
                : person.number() + " · " + where;
    }

    private LitRenderer<PlannedPerson> changes() {
        return LitRenderer.<PlannedPerson>of("""
                        <div class="weft-people-changes">
                          ${item.changes.map(c => html`<div><span class="weft-sub">${c.field}</span>
                            <span class="weft-people-before">${c.before}</span> → <span>${c.after}</span></div>`)}
                        </div>""")
                .withProperty(
                        "changes",
                        person -> person.changes().stream().map(this::words).toList());
    }

    /** A change as the template draws it. Public, because it is asked by reflection. */
    public record Shown(String field, String before, String after) {}

    private Shown words(FieldChange change) {
        return new Shown(
                getTranslation("people.field." + change.field().name()), value(change.before()), value(change.after()));
    }

    private String value(@Nullable Object value) {
        return switch (value) {
            case null -> Formats.NOTHING;
            case LocalDate day -> formats.date(day);
            case Level level -> getTranslation("level." + level.name());
            case Boolean active -> getTranslation(active ? "people.state.ACTIVE" : "people.state.LEFT");
            default -> value.toString();
        };
    }
}
