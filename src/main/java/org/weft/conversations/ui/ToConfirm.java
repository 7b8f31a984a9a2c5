package org.weft.conversations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.data.domain.PageRequest;
import org.weft.base.ui.Cards;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Formats;
import org.weft.conversations.ConfirmationService;
import org.weft.conversations.ConversationRow;

/**
 * What waits for the own person's confirmation, the latest first; not there while nothing does. Each view gets its own:
 * inject it, then {@link #show}.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@StyleSheet("styles/conversations.css")
class ToConfirm extends Section {

    private static final int PAGE = 10;

    private final transient ConfirmationService confirmations;
    private final transient Confirming confirming;
    private final H2 title;
    private final Button all = new Button(VaadinIcon.CHECK.create());
    private final Button more = new Button();
    private final Div place = new Div();
    private final transient Cards<ConversationRow> cards =
            new Cards<>(place, row -> new ConversationCard(row, Formats.of(this), actions(row)));
    private transient List<ConversationRow> rows = List.of();
    private transient Runnable changed = () -> {};

    ToConfirm(ConfirmationService confirmations, Confirming confirming) {
        this.confirmations = confirmations;
        this.confirming = confirming;
        addClassName("weft-conversations-to-confirm");
        title = new H2(getTranslation("conversations.confirm.title"));
        title.setId("weft-to-confirm");
        title.getElement().setAttribute("tabindex", "-1");
        getElement().setAttribute("aria-labelledby", "weft-to-confirm");
        all.setDisableOnClick(true);
        all.addClickListener(event -> {
            Errors.run(() -> confirming.confirm(rows, this::answered));
            all.setEnabled(true);
        });
        more.setDisableOnClick(true);
        more.addClickListener(event -> {
            Errors.run(() -> read(rows.size() + PAGE));
            more.setEnabled(true);
        });
        place.addClassName("weft-conversations-cards");
        var head = new Div(title, all);
        head.addClassName("weft-conversations-to-confirm-head");
        add(head, new Paragraph(getTranslation("conversations.confirm.text")), place, more);
        setVisible(false);
    }

    /** Calls back after each answer; what is shown here is up to date by then. */
    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Shows what waits now. */
    void show() {
        read(Math.max(rows.size(), PAGE));
    }

    private void read(int size) {
        rows = confirmations.waiting(PageRequest.of(0, size));
        setVisible(!rows.isEmpty());
        var total = rows.size() < size ? rows.size() : confirmations.countWaiting();
        var left = total - rows.size();
        cards.show(rows);
        all.setVisible(rows.size() > 1);
        all.setText(getTranslation("conversations.confirm.all", rows.size(), left > 0 ? 1 : 0));
        more.setVisible(left > 0);
        more.setText(getTranslation("conversations.more", Math.min(left, PAGE), left));
    }

    private ConversationCard.Actions actions(ConversationRow row) {
        return ConversationCard.Actions.answering(
                () -> Errors.run(() -> confirming.confirm(List.of(row), this::answered)),
                () -> confirming.dispute(row, this::answered));
    }

    private void answered() {
        show();
        changed.run();
        if (isVisible()) {
            // The button that had the focus is gone.
            title.getElement().callJsFunction("focus");
        }
    }
}
