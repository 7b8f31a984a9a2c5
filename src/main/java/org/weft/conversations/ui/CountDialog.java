package org.weft.conversations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weft.base.ui.Forms;
import org.weft.conversations.CountableObjective;

/** Chooses which of the own objectives a conversation that somebody else logged counts for. */
@StyleSheet("styles/conversations.css")
class CountDialog extends Dialog {

    CountDialog(List<CountableObjective> offered, Set<Long> chosen, SerializableConsumer<Set<Long>> save) {
        addClassName("weft-conversations-dialog");
        setHeaderTitle(getTranslation("conversations.count.title"));
        var field = new ObjectivesField();
        field.choose(chosen);
        field.offer(offered, true, getTranslation("conversations.objectives.none-own"));
        add(new Paragraph(getTranslation("conversations.count.text")), field);
        var confirm = new Button(getTranslation("base.save"));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(event -> {
            if (Forms.save(() -> save.accept(field.chosen()), Map.of("assignmentIds", field))) {
                close();
            }
            confirm.setEnabled(true);
        });
        getFooter().add(new Button(getTranslation("base.cancel"), event -> close()), confirm);
    }
}
