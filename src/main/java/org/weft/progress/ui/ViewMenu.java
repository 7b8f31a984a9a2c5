package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.listbox.ListBox;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weft.progress.SavedViewRow;

/**
 * The saved view the page stands on, and the others. What was changed on top of it can be saved into it, saved as
 * another, or discarded.
 */
class ViewMenu extends Div {

    /** What the menu asks the page for. */
    interface Ways {
        List<SavedViewRow> list();

        /** Shows a view as it was saved; null shows everybody. */
        void open(@Nullable SavedViewRow view);

        /** Saves what is shown into the view. */
        void save(SavedViewRow view);

        /** Asks for a name first. */
        void saveAs();

        void edit(SavedViewRow view);

        void remove(SavedViewRow view);

        /** What the reader sees first from now on; null for what the role does. */
        void first(@Nullable SavedViewRow view);
    }

    private final Ways ways;
    private final Button button = new Button();
    private final ChoicePopover popover;
    private final Span changed = new Span();
    private final Button save;
    private final Button saveAs;
    private final Button discard;
    private @Nullable SavedViewRow shown;

    ViewMenu(Ways ways) {
        this.ways = ways;
        addClassName("weft-view-menu");
        button.setSuffixComponent(VaadinIcon.ANGLE_DOWN.create());
        button.setPrefixComponent(VaadinIcon.EYE.create());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.addClassName("weft-view-menu-name");
        popover = new ChoicePopover(button, getTranslation("progress.saved"), this::content);
        changed.setText(getTranslation("progress.saved.changed"));
        changed.addClassName("weft-view-menu-changed");
        changed.getElement().setAttribute("role", "status");
        save = way("progress.saved.save", () -> ways.save(java.util.Objects.requireNonNull(shown)));
        saveAs = way("progress.saved.saveAs", ways::saveAs);
        discard = way("progress.saved.discard", () -> ways.open(shown));
        add(button, popover, changed, save, saveAs, discard);
        show(null, false, false);
    }

    private Button way(String key, Runnable action) {
        var way = new Button(getTranslation(key), event -> action.run());
        way.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return way;
    }

    ChoicePopover popover() {
        return popover;
    }

    /**
     * @param view null for none
     * @param differs whether something was changed on top of it
     * @param worth whether there is something to save
     */
    void show(@Nullable SavedViewRow view, boolean differs, boolean worth) {
        shown = view;
        button.setText(view == null ? getTranslation("progress.saved.everybody") : view.name());
        changed.setVisible(view != null && differs);
        save.setVisible(view != null && differs && view.own());
        saveAs.setVisible(view == null ? worth : differs);
        saveAs.setText(getTranslation(view == null ? "progress.saved.new" : "progress.saved.saveAs"));
        discard.setVisible(view != null && differs);
    }

    private Component content() {
        var options = new ArrayList<Optional<SavedViewRow>>();
        options.add(Optional.empty());
        ways.list().forEach(view -> options.add(Optional.of(view)));
        var list = new ListBox<Optional<SavedViewRow>>();
        list.getElement().setAttribute("aria-label", getTranslation("progress.saved"));
        list.setRenderer(new ComponentRenderer<>(this::line));
        list.setItems(options);
        list.setValue(options.stream()
                .filter(option -> option.map(SavedViewRow::id)
                        .equals(Optional.ofNullable(shown).map(SavedViewRow::id)))
                .findFirst()
                .orElse(options.getFirst()));
        list.addValueChangeListener(event -> {
            popover.close();
            ways.open(event.getValue().orElse(null));
        });
        list.addAttachListener(event -> list.getElement().executeJs("setTimeout(() => this.focus(), 50)"));
        var body = new Div(list);
        body.addClassName("weft-view-menu-body");
        if (shown != null) {
            body.add(aboutShown(shown));
        }
        return body;
    }

    private Div line(Optional<SavedViewRow> option) {
        var name = new Span(option.map(SavedViewRow::name).orElseGet(() -> getTranslation("progress.saved.everybody")));
        name.addClassName("weft-facet-name");
        var line = new Div(name);
        line.addClassName("weft-facet-line");
        option.map(this::hint).filter(hint -> !hint.isEmpty()).ifPresent(words -> {
            var hint = new Span(words);
            hint.addClassName("weft-facet-hint");
            line.add(hint);
        });
        return line;
    }

    private String hint(SavedViewRow view) {
        var parts = new ArrayList<String>();
        if (!view.own()) {
            parts.add(getTranslation("progress.saved.by", view.owner()));
        } else if (view.sharedWith() != null) {
            parts.add(getTranslation("progress.saved.with." + view.sharedWith().name()));
        }
        if (view.first()) {
            parts.add(getTranslation("progress.saved.first"));
        } else if (view.standard()) {
            parts.add(getTranslation("progress.saved.standard"));
        }
        return String.join(" · ", parts);
    }

    private Div aboutShown(SavedViewRow view) {
        var about = new Div();
        about.addClassName("weft-view-menu-about");
        about.add(closing(
                view.first() ? "progress.saved.first.off" : "progress.saved.first.on",
                () -> ways.first(view.first() ? null : view)));
        if (view.own()) {
            about.add(
                    closing("progress.saved.edit", () -> ways.edit(view)),
                    closing("progress.saved.remove", () -> ways.remove(view)));
        }
        return about;
    }

    private Button closing(String key, Runnable action) {
        return way(key, () -> {
            popover.close();
            action.run();
        });
    }
}
