package org.weft.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import org.jspecify.annotations.Nullable;
import org.weft.access.AccountDraft;
import org.weft.access.AccountVersion;
import org.weft.base.StaleEditException;
import org.weft.base.ui.Forms;
import org.weft.base.ui.StaleEditBanner;

/** Adds an account or edits one. Saving is the caller's; what was typed stays until it succeeds. */
class AccountDialog extends Dialog {

    /** What the dialog asks of whoever opens it. */
    interface Saving {

        /** Saves what was entered. */
        void save(AccountDraft draft, int version);

        /** The account as it is stored now, after a {@link StaleEditException}. */
        AccountVersion latest();
    }

    private final AccountForm form;
    private final transient Saving saving;
    private final StaleEditBanner<AccountDraft> banner;
    private int version;

    AccountDialog(String title, AccountForm form, @Nullable AccountVersion account, Saving saving) {
        this.form = form;
        this.saving = saving;
        banner = new StaleEditBanner<>(form::get, form::set);
        if (account != null) {
            version = account.version();
            form.set(account.draft());
        }
        setHeaderTitle(title);
        setWidth("720px");
        setCloseOnOutsideClick(false);
        add(banner, form);

        var save = new Button(getTranslation("base.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), save);
    }

    private void save() {
        try {
            if (Forms.save(() -> saving.save(form.get(), version), form.fields())) {
                close();
            }
        } catch (StaleEditException e) {
            var latest = saving.latest();
            version = latest.version();
            banner.show(latest.draft().displayName(), latest.draft());
        }
    }
}
