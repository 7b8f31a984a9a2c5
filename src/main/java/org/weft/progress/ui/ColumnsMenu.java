package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.Consumer;
import org.weft.progress.ProgressColumn;

/** Which columns the list shows, and in which order: what dragging their heads does, by keys as well. */
class ColumnsMenu extends Div {

    private final Consumer<GridLayout> changed;
    private final Div body = new Div();
    private final ChoicePopover popover;
    private GridLayout layout = GridLayout.DEFAULT;

    ColumnsMenu(Consumer<GridLayout> changed) {
        this.changed = changed;
        var label = getTranslation("progress.columns");
        var button = new Button(label, VaadinIcon.GRID_V.create());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        addClassName("weft-columns");
        body.addClassName("weft-columns-body");
        popover = new ChoicePopover(button, label, this::content);
        add(button, popover);
    }

    ChoicePopover popover() {
        return popover;
    }

    void show(GridLayout now) {
        layout = now;
        if (body.isAttached()) {
            fill();
        }
    }

    private Component content() {
        fill();
        return body;
    }

    private void fill() {
        body.removeAll();
        var order = new ArrayList<>(layout.order());
        Arrays.stream(ProgressColumn.values())
                .filter(column -> !order.contains(column))
                .forEach(order::add);
        var list = new OrderedList();
        for (var column : order) {
            list.add(line(column));
        }
        body.add(list);
        var reset = new Button(getTranslation("progress.columns.reset"), event -> change(layout.reset()));
        reset.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        reset.setEnabled(!layout.columns().isEmpty());
        body.add(reset);
    }

    private ListItem line(ProgressColumn column) {
        // The soft hyphens are for narrow heads.
        var name = getTranslation("progress.column." + column.name()).replace("\u00AD", "");
        var shown = new Checkbox(name, layout.shows(column));
        shown.setEnabled(column != ProgressColumn.NAME);
        shown.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                change(layout.show(column, event.getValue()));
            }
        });
        var up = move(column, -1, VaadinIcon.ARROW_UP, getTranslation("progress.columns.up", name));
        var down = move(column, 1, VaadinIcon.ARROW_DOWN, getTranslation("progress.columns.down", name));
        return new ListItem(shown, up, down);
    }

    private Button move(ProgressColumn column, int by, VaadinIcon icon, String words) {
        var button = new Button(icon.create(), event -> change(layout.move(column, by)));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(words);
        button.setEnabled(layout.shows(column) && !layout.move(column, by).equals(layout));
        button.setId("columns-" + column.property() + (by < 0 ? "-up" : "-down"));
        return button;
    }

    /** The button that was pressed is made anew; it keeps the focus, so that one can press on. */
    private void change(GridLayout next) {
        changed.accept(next);
        getElement()
                .executeJs("const id = document.activeElement && document.activeElement.id;"
                        + "if (id) setTimeout(() => { const again = document.getElementById(id);"
                        + "if (again) again.focus(); }, 50)");
    }
}
