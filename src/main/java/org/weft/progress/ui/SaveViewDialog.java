package org.weft.progress.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weft.access.Role;
import org.weft.base.StaleEditException;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Forms;
import org.weft.progress.SavedViewDraft;

/** What a view is called, who sees it, and whether it keeps the cycle. Only HR is asked with whom to share it. */
class SaveViewDialog extends Dialog {

    /** Saves; {@code withCycle} says whether the cycle belongs to the view. */
    interface Save {
        void save(SavedViewDraft draft, boolean withCycle);
    }

    private final SavedViewDraft start;
    private final Save save;
    private final TextField name = new TextField();
    private final RadioButtonGroup<Optional<Role>> sharing = new RadioButtonGroup<>();
    private final Checkbox standard = new Checkbox();
    private final Checkbox cycle = new Checkbox();
    private final Button confirm = new Button();

    /** @param cycleName the cycle that is shown now */
    SaveViewDialog(String title, SavedViewDraft start, boolean withCycle, String cycleName, boolean hr, Save save) {
        this.start = start;
        this.save = save;
        addClassName("weft-save-view");
        setHeaderTitle(title);
        name.setLabel(getTranslation("base.name"));
        name.setMaxLength(SavedViewDraft.NAME_LENGTH);
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        name.setAutofocus(true);
        name.setValue(start.name());
        // Enter saves what has been typed so far.
        name.setValueChangeMode(ValueChangeMode.EAGER);
        sharing.setLabel(getTranslation("progress.saved.who"));
        sharing.setItems(List.of(Optional.empty(), Optional.of(Role.HR), Optional.of(Role.MANAGER)));
        sharing.setItemLabelGenerator(role -> getTranslation(
                role.map(one -> "progress.saved.with." + one.name()).orElse("progress.saved.private")));
        sharing.setValue(Optional.ofNullable(start.sharedWith()));
        sharing.setVisible(hr);
        sharing.addValueChangeListener(event -> offerStandard());
        standard.setLabel(getTranslation("progress.saved.standard.set"));
        standard.setValue(start.standard());
        cycle.setLabel(getTranslation("progress.saved.cycle", cycleName));
        cycle.setValue(withCycle);
        offerStandard();
        var form = new VerticalLayout(name, sharing, standard, cycle);
        form.setPadding(false);
        add(form);
        confirm.setText(getTranslation("progress.saved.confirm"));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(event -> confirm());
        name.addKeyPressListener(com.vaadin.flow.component.Key.ENTER, event -> confirm());
        getFooter().add(new Button(getTranslation("base.cancel"), event -> close()), confirm);
    }

    private void offerStandard() {
        var shared = sharing.isVisible() && sharing.getValue().isPresent();
        standard.setVisible(shared);
    }

    private void confirm() {
        var role = sharing.getValue().orElse(null);
        var draft = new SavedViewDraft(
                name.getValue(), start.form(), start.query(), role, role != null && standard.getValue());
        try {
            if (Forms.save(() -> save.save(draft, cycle.getValue()), Map.of("name", name))) {
                close();
            }
        } catch (StaleEditException e) {
            Errors.show(e);
        }
        confirm.setEnabled(true);
    }
}
