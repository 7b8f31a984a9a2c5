package org.weft.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.weft.base.StaleEditException;

/**
 * Adds something or edits it. What was typed stays until it is saved: also where somebody else saved first, which is
 * told, with their values to look at.
 *
 * @param <T> what is entered
 */
public class DraftDialog<T> extends Dialog {

    /**
     * Something as it is stored.
     *
     * @param name what it is called, as its reader knows it
     * @param version what the next save starts from
     */
    public record Stored<T>(String name, int version, T draft) {}

    /** Saves an edit that started from a version. */
    @FunctionalInterface
    public interface Saving<T> {
        /** @throws StaleEditException if somebody saved since then; the dialog stays open and tells so */
        void save(T draft, int version);
    }

    private final DraftForm<T> form;
    private final StaleEditBanner<T> banner;
    private final Button save = new Button();
    private transient Saving<T> saving = (draft, version) -> {};
    private transient @Nullable Supplier<Stored<T>> latest;
    private int version;

    private DraftDialog(String title, DraftForm<T> form) {
        this.form = form;
        banner = new StaleEditBanner<>(form::get, form::set);
        setHeaderTitle(title);
        setWidth("44rem");
        setCloseOnOutsideClick(false);
        add(banner, form);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> save());
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), save);
    }

    /**
     * A dialog that adds what the form is filled with already. It closes when that worked.
     *
     * @param label says on the button what happens
     */
    public static <T> DraftDialog<T> adding(String title, String label, DraftForm<T> form, Consumer<T> add) {
        var dialog = new DraftDialog<>(title, form);
        dialog.save.setText(label);
        dialog.saving = (draft, version) -> add.accept(draft);
        return dialog;
    }

    /**
     * A dialog that edits what is stored. It closes when that worked.
     *
     * @param latest reads what is stored: now, and again after somebody else saved first
     */
    public static <T> DraftDialog<T> editing(
            String title, DraftForm<T> form, Supplier<Stored<T>> latest, Saving<T> saving) {
        var dialog = new DraftDialog<>(title, form);
        var stored = latest.get();
        form.set(stored.draft());
        dialog.save.setText(UI.getCurrentOrThrow().getTranslation("base.save"));
        dialog.version = stored.version();
        dialog.latest = latest;
        dialog.saving = saving;
        return dialog;
    }

    private void save() {
        try {
            if (Forms.save(() -> saving.save(form.get(), version), form.fields())) {
                close();
            }
        } catch (StaleEditException e) {
            tellStale(e);
        } finally {
            save.setEnabled(true);
        }
    }

    private void tellStale(StaleEditException stale) {
        var source = latest;
        if (source == null) {
            Errors.show(stale);
            return;
        }
        Errors.run(() -> {
            var now = source.get();
            version = now.version();
            banner.show(now.name(), now.draft());
        });
    }
}
