package org.weft.conversations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.UUID;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;
import org.weft.base.ui.ConfirmDialogs;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Forms;
import org.weft.base.ui.StaleEditBanner;
import org.weft.conversations.ConversationDraft;

/**
 * Logs or changes a conversation; over the whole screen on a phone. What was typed stays through every error, and is
 * not thrown away without asking. Opened by {@link ConversationDialogs}.
 */
@StyleSheet("styles/conversations.css")
class LogConversationDialog extends Dialog {

    private final ConversationForm form;
    private final StaleEditBanner<ConversationForm.Values> banner;
    private final SerializableConsumer<ConversationDraft> save;
    private final SerializableSupplier<ConversationForm.Values> latest;
    private final Button confirm;
    private final String requestId = UUID.randomUUID().toString();
    private transient ConversationForm.Values untouched;

    /**
     * @param values what stands in the fields at first
     * @param save takes what was typed, or throws what is wrong with it
     * @param latest the values somebody else saved meanwhile, after which a further save is meant to win
     */
    LogConversationDialog(
            String title,
            String confirmLabel,
            ConversationForm form,
            ConversationForm.Values values,
            SerializableConsumer<ConversationDraft> save,
            SerializableSupplier<ConversationForm.Values> latest) {
        this.form = form;
        this.save = save;
        this.latest = latest;
        addClassName("weft-conversations-dialog");
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        addDialogCloseActionListener(event -> leave());
        banner = new StaleEditBanner<>(form::values, form::show);
        form.show(values);
        untouched = form.values();
        add(banner, form);
        confirm = new Button(confirmLabel, event -> confirm());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        getFooter().add(new Button(getTranslation("base.cancel"), event -> leave()), confirm);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                form.focusFirst();
            }
        });
    }

    private void confirm() {
        try {
            save.accept(form.draft(requestId));
            close();
        } catch (StaleEditException e) {
            Errors.run(() -> banner.show(getTranslation("conversations.this"), latest.get()));
        } catch (InvalidInputException e) {
            for (var further : e.getSuppressed()) {
                if (further instanceof InvalidInputException problem) {
                    Forms.showError(problem, form.fields());
                }
            }
            Forms.showError(e, form.fields());
        } catch (RuntimeException e) {
            Errors.show(e);
        } finally {
            confirm.setEnabled(true);
        }
    }

    private void leave() {
        if (form.values().equals(untouched)) {
            close();
            return;
        }
        ConfirmDialogs.askDanger(
                getTranslation("conversations.discard.title"),
                getTranslation("conversations.discard.text"),
                getTranslation("conversations.discard.confirm"),
                this::close);
    }
}
