package org.weft.progress.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.Formats;
import org.weft.base.ui.MoreMenu;
import org.weft.base.ui.Narrow;
import org.weft.progress.Count;

/**
 * What can be done to the rows that are marked. It stands where the states stand, so that nothing jumps. The first few
 * ways are buttons and the rest a menu; on a phone all are a menu.
 */
@StyleSheet("styles/bulk.css")
class SelectionBar extends Div {

    private static final int BUTTONS = 3;

    /** @param button null for what only the menu offers */
    private record Way(@Nullable Button button, MenuItem item) {}

    private final List<ProgressAction> offered;
    private final Consumer<ProgressAction> chosen;
    private final Runnable clear;
    private final Button export;
    private final Span words = new Span();
    private final MoreMenu more = new MoreMenu();
    private final Map<ProgressAction, Way> ways = new LinkedHashMap<>();
    private long marked;
    private boolean narrow;

    /** @param export a further way, last in the menu */
    SelectionBar(List<ProgressAction> offered, Consumer<ProgressAction> chosen, Runnable clear, Button export) {
        this.offered = offered;
        this.chosen = chosen;
        this.clear = clear;
        this.export = export;
        addClassName("weft-progress-selection");
        getElement().setAttribute("role", "toolbar");
        getElement().setAttribute("aria-label", getTranslation("progress.marked.actions"));
        setVisible(false);
        Narrow.watch(this, now -> {
            narrow = now;
            showWays();
        });
    }

    /** Once, when something is marked for the first time. */
    private void fill() {
        words.addClassNames("weft-progress-selection-words", "weft-numbers");
        words.getElement().setAttribute("role", "status");
        add(words);
        for (var action : offered) {
            var item = more.add("", () -> chosen.accept(action));
            item.addComponentAsFirst(action.icon().create());
            ways.put(action, new Way(ways.size() < BUTTONS ? button(action, chosen) : null, item));
        }
        // Pressed by its item: the button hands the file to the browser, so it has to be in the page.
        export.addClassName("weft-bulk-unseen");
        more.add(export.getText(), export::click).addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
        more.addThemeVariants(ButtonVariant.SMALL);
        add(more, export);
        var close = new Button(getTranslation("progress.marked.clear"), VaadinIcon.CLOSE_SMALL.create());
        close.addClickListener(event -> clear.run());
        close.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        add(close);
    }

    private Button button(ProgressAction action, Consumer<ProgressAction> chosen) {
        var button = new Button(action.icon().create(), event -> chosen.accept(action));
        button.addThemeVariants(ButtonVariant.SMALL);
        if (ways.isEmpty()) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        add(button);
        return button;
    }

    /** The actions there are for an account. */
    static List<ProgressAction> offered(ObjectProvider<ProgressAction> actions, CurrentUser currentUser) {
        return actions.orderedStream()
                .filter(action -> currentUser.has(action.roles().toArray(Role[]::new)))
                .toList();
    }

    void show(long nowMarked, Count matching) {
        var formats = Formats.of(this);
        marked = nowMarked;
        setVisible(marked > 0);
        if (marked == 0) {
            return;
        }
        if (getComponentCount() == 0) {
            fill();
        }
        words.setText(
                !matching.more() && marked == matching.number()
                        ? getTranslation("progress.marked.all", formats.number(marked))
                        : getTranslation("progress.marked", formats.number(marked), CountWords.of(formats, matching)));
        showWays();
    }

    private void showWays() {
        more.setText(getTranslation(narrow ? "progress.marked.ways" : "base.more"));
        ways.forEach((action, way) -> {
            var label = getTranslation(action.labelKey(), marked);
            var enabled = action.enabled();
            var asButton = way.button() != null && !narrow;
            if (way.button() != null) {
                way.button().setText(label);
                way.button().setVisible(enabled && asButton);
            }
            way.item().setText(label);
            way.item().addComponentAsFirst(action.icon().create());
            way.item().setVisible(enabled && !asButton);
        });
    }

    /** For tests, which have no browser to open it. */
    MoreMenu more() {
        return more;
    }
}
