package org.weft.conversations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weft.base.StaleEditException;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Forms;
import org.weft.base.ui.StaleEditBanner;
import org.weft.conversations.CountableObjective;

/** Chooses which of the own objectives a conversation that somebody else logged counts for. */
@StyleSheet("styles/conversations.css")
class CountDialog extends Dialog {

    private final ObjectivesField field = new ObjectivesField();
    private final StaleEditBanner<Set<Long>> banner = new StaleEditBanner<>(field::chosen, field::choose);
    private final SerializableConsumer<Set<Long>> save;
    private final SerializableSupplier<Set<Long>> latest;

    /**
     * @param save takes what was chosen, or throws what is wrong with it
     * @param latest what somebody else saved meanwhile, after which a further save is meant to win
     */
    CountDialog(
            List<CountableObjective> offered,
            Set<Long> chosen,
            SerializableConsumer<Set<Long>> save,
            SerializableSupplier<Set<Long>> latest) {
        this.save = save;
        this.latest = latest;
        addClassName("weft-conversations-dialog");
        setHeaderTitle(getTranslation("conversations.count.title"));
        field.choose(chosen);
        field.offer(offered, true, getTranslation("conversations.objectives.none-own"));
        add(banner, new Paragraph(getTranslation("conversations.count.text")), field);
        var confirm = new Button(getTranslation("base.save"));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(event -> {
            save();
            confirm.setEnabled(true);
        });
        getFooter().add(new Button(getTranslation("base.cancel"), event -> close()), confirm);
    }

    private void save() {
        try {
            if (Forms.save(() -> save.accept(field.chosen()), Map.of("assignmentIds", field))) {
                close();
            }
        } catch (StaleEditException e) {
            Errors.run(() -> banner.show(getTranslation("conversations.this"), latest.get()));
        }
    }
}
