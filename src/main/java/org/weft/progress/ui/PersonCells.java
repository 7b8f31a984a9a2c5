package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.function.Supplier;
import org.weft.base.ui.Cells;
import org.weft.base.ui.Formats;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressRow;

/** A participant in the list: in cells, or as a card where there is no room for them. */
class PersonCells {

    private final Component owner;
    private final Formats formats;
    private final Supplier<ProgressAddress> address;
    private final ProgressCells<ProgressRow> cells;

    PersonCells(Component owner, Formats formats, Supplier<ProgressAddress> address) {
        this.owner = owner;
        this.formats = formats;
        this.address = address;
        cells = new ProgressCells<>(this::words);
    }

    LitRenderer<ProgressRow> of(ProgressColumn column) {
        return column == ProgressColumn.NAME
                ? Cells.person(ProgressRow::name, this::gone, this::path)
                : cells.of(column);
    }

    PersonWords words(ProgressRow row) {
        return new PersonWords(owner, formats, row);
    }

    LitRenderer<ProgressRow> card() {
        return ProgressCard.of(ProgressCard.PERSON, this::words).withProperty("path", this::path);
    }

    String path(ProgressRow row) {
        return address.get().person(row.personId()).href(ProgressNavigation.LIST);
    }

    /** Team and level have columns of their own here. */
    String gone(ProgressRow row) {
        return row.active() ? "" : owner.getTranslation("progress.person.left");
    }
}
