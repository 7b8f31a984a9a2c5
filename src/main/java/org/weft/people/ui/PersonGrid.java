package org.weft.people.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.weft.base.ui.Cells;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Narrow;
import org.weft.people.PersonDetails;
import org.weft.people.PersonRow;

/** People, one per row. Where there is little room the small line below the name tells the rest. */
class PersonGrid extends Grid<PersonRow> {

    private final transient List<Column<PersonRow>> onlyWithRoom;
    private boolean detailOpen;
    private boolean narrow;

    PersonGrid(Function<Pageable, List<PersonRow>> rows, ToIntFunction<Pageable> count) {
        addClassName("weft-people-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.SINGLE);
        addColumn(Cells.person(PersonRow::name, this::subLine))
                .setKey("name")
                .setHeader(getTranslation("base.name"))
                .setWidth("12rem")
                .setFlexGrow(2)
                .setSortable(true);
        var number = text("number", "people.number", PersonRow::employeeNumber, "5.5rem");
        var title = text("jobTitle", "people.jobTitle", PersonRow::jobTitle, "9.5rem");
        var level = text(
                "level",
                "base.level",
                row -> getTranslation("level." + row.level().name()),
                "6.5rem");
        var team = addColumn(Cells.twoLines(row -> shown(row.teamName()), row -> orEmpty(row.location())))
                .setKey("team")
                .setHeader(getTranslation("people.teamAndLocation"))
                .setWidth("9rem")
                .setFlexGrow(1)
                .setSortable(true);
        var manager = text("manager", "people.manager", PersonRow::managerName, "8.5rem");
        var email = addColumn(PersonCells.email(this))
                .setKey("email")
                .setHeader(getTranslation("people.email"))
                .setWidth("11.5rem")
                .setFlexGrow(2)
                .setSortable(true);
        onlyWithRoom = List.of(number, title, level, team, manager, email);
        setItemsPageable(rows::apply, count::applyAsInt).setIdentifierProvider(PersonRow::id);
        Narrow.watch(this, now -> {
            narrow = now;
            arrange();
        });
    }

    private Column<PersonRow> text(
            String key, String header, Function<PersonRow, @Nullable String> value, String width) {
        return addColumn(Cells.twoLines(row -> shown(value.apply(row)), row -> ""))
                .setKey(key)
                .setHeader(getTranslation(header))
                .setWidth(width)
                .setFlexGrow(1)
                .setSortable(true);
    }

    /** Marks the row of who is open, wherever in the list it is: rows are known by their id. */
    void mark(PersonDetails person) {
        var draft = person.draft();
        select(new PersonRow(
                person.id(),
                draft.employeeNumber(),
                person.name(),
                draft.email(),
                draft.jobTitle(),
                person.level(),
                null,
                person.managerName(),
                draft.location(),
                person.active(),
                draft.joinedOn(),
                person.leftOn()));
    }

    /** Beside an open detail only the name has room. */
    void detailOpen(boolean open) {
        detailOpen = open;
        arrange();
    }

    private void arrange() {
        onlyWithRoom.forEach(column -> column.setVisible(!narrow && !detailOpen));
        getDataProvider().refreshAll();
    }

    private String subLine(PersonRow row) {
        var parts = narrow || detailOpen
                ? Stream.of(
                        row.jobTitle(),
                        row.teamName(),
                        row.email() == null ? getTranslation("people.unreachable") : null)
                : Stream.<@Nullable String>of();
        return Stream.concat(parts, Stream.of(left(row)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private @Nullable String left(PersonRow row) {
        if (row.active()) {
            return null;
        }
        var day = row.leftOn();
        return day == null
                ? getTranslation("people.left")
                : getTranslation("people.leftOn", Formats.of(this).date(day));
    }

    private static String shown(@Nullable String text) {
        return text == null ? Formats.NOTHING : text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
