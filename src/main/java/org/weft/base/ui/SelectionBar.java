package org.weft.base.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.weft.base.Count;

/**
 * What can be done to the rows that are marked. It stands where nothing jumps when it comes. The first few ways are
 * buttons and the rest a menu; on a phone all are a menu.
 */
public class SelectionBar extends Div {

    private static final int BUTTONS = 3;

    /**
     * One way.
     *
     * @param label told how many are marked
     * @param offered whether there is something to do for it; asked each time something is marked
     */
    public record Way(VaadinIcon icon, LongFunction<String> label, BooleanSupplier offered, Runnable chosen) {}

    /** @param button null for what only the menu offers */
    private record Shown(Way way, @Nullable Button button, MenuItem item) {}

    private final transient List<Way> ways;
    private final Runnable clear;
    private final @Nullable Button last;
    private final Span words = new Span();
    private final Span nothing = new Span();
    private final MoreMenu more = new MoreMenu();
    private final transient List<Shown> shown = new ArrayList<>();
    private long marked;
    private boolean narrow;

    public SelectionBar(List<Way> ways, Runnable clear) {
        this(ways, clear, null);
    }

    /** @param last a further way, last in the menu, that the browser has to press itself */
    public SelectionBar(List<Way> ways, Runnable clear, @Nullable Button last) {
        this.ways = List.copyOf(ways);
        this.clear = clear;
        this.last = last;
        addClassName("weft-selection");
        getElement().setAttribute("role", "toolbar");
        getElement().setAttribute("aria-label", getTranslation("base.marked.actions"));
        setVisible(false);
        Narrow.watch(this, now -> {
            narrow = now;
            showWays();
        });
    }

    /** Once, when something is marked for the first time. */
    private void fill() {
        words.addClassNames("weft-selection-words", "weft-numbers");
        words.getElement().setAttribute("role", "status");
        nothing.setText(getTranslation("base.marked.nothing"));
        nothing.addClassName("weft-sub");
        add(words, nothing);
        for (var way : ways) {
            shown.add(new Shown(way, shown.size() < BUTTONS ? button(way) : null, more.add("", way.chosen())));
        }
        more.addThemeVariants(ButtonVariant.SMALL);
        add(more);
        if (last != null) {
            // Pressed by its item: such a button hands a file to the browser, so it has to be in the page.
            last.addClassName("weft-selection-unseen");
            more.add(last.getText(), last::click).addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
            add(last);
        }
        var close = new Button(getTranslation("base.marked.clear"), VaadinIcon.CLOSE_SMALL.create());
        close.addClickListener(event -> clear.run());
        close.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        add(close);
    }

    private Button button(Way way) {
        var button = new Button(way.icon().create(), event -> way.chosen().run());
        button.addThemeVariants(ButtonVariant.SMALL);
        if (shown.isEmpty()) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        add(button);
        return button;
    }

    /** Shows itself while something is marked. */
    public void show(long nowMarked, Count matching) {
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
                        ? getTranslation("base.marked.all", formats.number(marked))
                        : getTranslation("base.marked", formats.number(marked), CountWords.of(formats, matching)));
        showWays();
    }

    private void showWays() {
        more.setText(getTranslation(narrow ? "base.marked.ways" : "base.more"));
        var offered = 0;
        var inMenu = last == null ? 0 : 1;
        for (var one : shown) {
            var enabled = one.way().offered().getAsBoolean();
            var asButton = one.button() != null && !narrow;
            var label = one.way().label().apply(marked);
            if (one.button() != null) {
                one.button().setText(label);
                one.button().setVisible(enabled && asButton);
            }
            one.item().setText(label);
            one.item().addComponentAsFirst(one.way().icon().create());
            one.item().setVisible(enabled && !asButton);
            offered += enabled ? 1 : 0;
            inMenu += enabled && !asButton ? 1 : 0;
        }
        more.setVisible(inMenu > 0);
        nothing.setVisible(offered == 0 && last == null);
    }

    /** For tests, which have no browser to open it. */
    public MoreMenu more() {
        return more;
    }
}
