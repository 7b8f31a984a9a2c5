package org.weft.base.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands at the top of a form and appears when somebody else saved the same thing first. Nothing typed is lost: one may
 * look at the other's values and come back to the own.
 *
 * <pre>{@code
 * catch (StaleEditException e) {
 *     var latest = service.get(id);
 *     version = latest.version();          // the next save is meant to win
 *     banner.show(latest.name(), latest.draft());
 * }
 * }</pre>
 *
 * @param <T> what the form edits
 */
public class StaleEditBanner<T> extends Div {

    private final SerializableSupplier<T> typed;
    private final SerializableConsumer<T> fill;
    private final Span words = new Span();
    private final Button other = new Button();
    private final Button keep = new Button();
    private transient @Nullable T mine;
    private transient @Nullable T theirs;
    private boolean showingTheirs;

    /**
     * @param typed what stands in the form now
     * @param fill puts values into the form
     */
    public StaleEditBanner(SerializableSupplier<T> typed, SerializableConsumer<T> fill) {
        this.typed = typed;
        this.fill = fill;
        addClassName("weft-banner");
        getElement().setAttribute("role", "alert").setAttribute("data-tone", Tone.AMBER.css());
        setVisible(false);
        other.addThemeVariants(ButtonVariant.LUMO_SMALL);
        other.addClickListener(event -> swap());
        keep.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        keep.addClickListener(event -> setVisible(false));
        var buttons = new Div(other, keep);
        buttons.addClassName("weft-banner-actions");
        add(words, buttons);
    }

    /**
     * Says that it happened.
     *
     * @param name what was changed, as its reader knows it
     * @param latest what the other saved
     */
    public void show(String name, T latest) {
        mine = typed.get();
        theirs = latest;
        showingTheirs = false;
        words.setText(getTranslation("base.stale.text", name));
        label();
        setVisible(true);
    }

    private void swap() {
        if (!showingTheirs) {
            mine = typed.get();
        }
        showingTheirs = !showingTheirs;
        var values = showingTheirs ? theirs : mine;
        if (values != null) {
            fill.accept(values);
        }
        label();
    }

    private void label() {
        other.setText(getTranslation(showingTheirs ? "base.stale.mine" : "base.stale.theirs"));
        keep.setText(getTranslation(showingTheirs ? "base.stale.useTheirs" : "base.stale.keep"));
    }
}
