package org.weft.reminders.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.weft.base.StaleEditException;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Forms;
import org.weft.base.ui.StaleEditBanner;
import org.weft.reminders.policy.PolicyDraft;
import org.weft.reminders.policy.PolicyRow;

/** Adds a policy or edits one. What was typed stays, also where somebody else saved first. */
class PolicyDialog extends Dialog {

    /** Saves an edit that started from a version. */
    @FunctionalInterface
    interface Saving {
        void save(PolicyDraft draft, int version);
    }

    private final PolicyForm form;
    private final StaleEditBanner<PolicyDraft> banner;
    private final Button save = new Button(getTranslation("base.save"));
    private final transient Saving saving;
    private final transient @Nullable Supplier<PolicyRow> latest;
    private int version;

    private PolicyDialog(String titleKey, AudienceSource source, Saving saving, @Nullable Supplier<PolicyRow> latest) {
        form = new PolicyForm(source);
        banner = new StaleEditBanner<>(form::get, form::set);
        this.saving = saving;
        this.latest = latest;
        setHeaderTitle(getTranslation(titleKey));
        setWidth("44rem");
        setCloseOnOutsideClick(false);
        add(banner, form);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> save());
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), save);
    }

    static PolicyDialog adding(AudienceSource source, Consumer<PolicyDraft> add) {
        return new PolicyDialog("reminders.policies.add", source, (draft, version) -> add.accept(draft), null);
    }

    static PolicyDialog editing(AudienceSource source, Supplier<PolicyRow> latest, Saving saving) {
        var dialog = new PolicyDialog("reminders.policies.change", source, saving, latest);
        var stored = latest.get();
        dialog.version = stored.version();
        var title = stored.title();
        dialog.form.shippedName(
                UI.getCurrentOrThrow().getTranslation(title.key(), title.args().toArray()));
        dialog.form.set(stored.terms());
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
            banner.show(getTranslation(now.title().key(), now.title().args().toArray()), now.terms());
        });
    }
}
