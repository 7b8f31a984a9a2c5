package org.weft.conversations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.data.domain.PageRequest;
import org.weft.access.CurrentUser;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Formats;
import org.weft.conversations.ConversationFilter;
import org.weft.conversations.ConversationRow;
import org.weft.conversations.ConversationService;

/**
 * The conversations of one person, the latest first, a page at a time, each with what the signed-in account may do with
 * it. Those it may not see are not here.
 *
 * <p>A Spring bean of which every view gets its own: inject it, then {@link #show} and {@link #onChange}.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@StyleSheet("styles/conversations.css")
public class ConversationList extends Div {

    private static final int PAGE = 10;

    private final transient ConversationService conversations;
    private final transient ConversationDialogs dialogs;
    private final transient CurrentUser currentUser;
    private final transient List<Runnable> listeners = new ArrayList<>();
    private final Div cards = new Div();
    private final Button more = new Button();
    private transient ConversationFilter filter = ConversationFilter.all();
    private @Nullable Component whenEmpty;
    private long personId;
    private int shown;

    ConversationList(ConversationService conversations, ConversationDialogs dialogs, CurrentUser currentUser) {
        this.conversations = conversations;
        this.dialogs = dialogs;
        this.currentUser = currentUser;
        addClassName("weft-conversations-list");
        cards.addClassName("weft-conversations-cards");
        more.setVisible(false);
        more.setDisableOnClick(true);
        more.addClickListener(event -> {
            Errors.run(this::addPage);
            more.setEnabled(true);
        });
        add(cards, more);
    }

    /** Shows the conversations of a person within the dates of the filter, as they are now. */
    public void show(long personId, ConversationFilter filter) {
        this.personId = personId;
        this.filter = filter;
        shown = PAGE;
        refresh();
    }

    /** Reads anew what is shown. */
    public void refresh() {
        cards.removeAll();
        add(0, Math.max(shown, PAGE));
    }

    /** Calls back after each change made here; the list itself is up to date by then. */
    public ConversationList onChange(Runnable listener) {
        listeners.add(listener);
        return this;
    }

    /** Shows this in place of the usual words where there are no conversations. */
    public ConversationList whenEmpty(Component component) {
        whenEmpty = component;
        return this;
    }

    private void addPage() {
        add(shown / PAGE, PAGE);
        shown += PAGE;
    }

    private void add(int page, int size) {
        var scope = currentUser.scope();
        var rows = conversations.ofPerson(scope, personId, filter, PageRequest.of(page, size));
        var formats = Formats.of(this);
        rows.forEach(row -> cards.add(new ConversationCard(row, formats, actions(row))));
        var count = cards.getComponentCount();
        var left = conversations.countOfPerson(scope, personId, filter) - count;
        more.setVisible(left > 0);
        more.setText(getTranslation("conversations.more", Math.min(left, PAGE), left));
        if (count == 0) {
            cards.add(whenEmpty != null ? whenEmpty : nothing());
        }
    }

    private ConversationCard.Actions actions(ConversationRow row) {
        return new ConversationCard.Actions(
                row.editable() ? () -> Errors.run(() -> dialogs.edit(row.id(), this::changed)) : null,
                row.editable() ? () -> dialogs.delete(row, this::changed) : null,
                row.tookPart() && !row.editable() ? () -> Errors.run(() -> dialogs.count(row, this::changed)) : null);
    }

    private void changed() {
        refresh();
        listeners.forEach(Runnable::run);
    }

    private Component nothing() {
        return new EmptyState(
                VaadinIcon.COMMENTS_O,
                getTranslation("conversations.list.empty.title"),
                getTranslation("conversations.list.empty.text"));
    }
}
