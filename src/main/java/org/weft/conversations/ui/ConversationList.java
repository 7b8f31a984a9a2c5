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
import org.springframework.data.domain.Pageable;
import org.weft.access.CurrentUser;
import org.weft.base.ui.Cards;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Formats;
import org.weft.conversations.Confirmation;
import org.weft.conversations.ConversationFilter;
import org.weft.conversations.ConversationRow;
import org.weft.conversations.ConversationService;

/**
 * Conversations, the latest first, a page at a time, each with what the signed-in account may do with it. Those it may
 * not see are not here.
 *
 * <p>A Spring bean of which every view gets its own: inject it, then {@link #show} and {@link #onChange}.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@StyleSheet("styles/conversations.css")
public class ConversationList extends Div {

    /** Where the conversations come from. */
    interface Source {
        List<ConversationRow> page(Pageable page);

        /** How many there are; asked for when the list is shown or has changed, not while it grows. */
        long count();
    }

    private static final int PAGE = 10;

    private final transient ConversationService conversations;
    private final transient ConversationDialogs dialogs;
    private final transient Confirming confirming;
    private final transient CurrentUser currentUser;
    private final transient List<Runnable> listeners = new ArrayList<>();
    private final Div place = new Div();
    private final transient Cards<ConversationRow> cards =
            new Cards<>(place, row -> new ConversationCard(row, Formats.of(this), actions(row)));
    private final Button more = new Button();
    private transient @Nullable Source source;
    private @Nullable Component whenEmpty;
    private long total;

    ConversationList(
            ConversationService conversations,
            ConversationDialogs dialogs,
            Confirming confirming,
            CurrentUser currentUser) {
        this.conversations = conversations;
        this.dialogs = dialogs;
        this.confirming = confirming;
        this.currentUser = currentUser;
        addClassName("weft-conversations-list");
        place.addClassName("weft-conversations-cards");
        more.setVisible(false);
        more.setDisableOnClick(true);
        more.addClickListener(event -> {
            Errors.run(() -> read(cards.size() + PAGE));
            more.setEnabled(true);
        });
        add(place, more);
    }

    /** Shows the conversations of a person within the dates of the filter, as they are now. */
    public void show(long personId, ConversationFilter filter) {
        var scope = currentUser.scope();
        show(new Source() {
            @Override
            public List<ConversationRow> page(Pageable page) {
                return conversations.ofPerson(scope, personId, filter, page);
            }

            @Override
            public long count() {
                return conversations.countOfPerson(scope, personId, filter);
            }
        });
    }

    /** Shows what the source has now. */
    void show(Source from) {
        source = from;
        count(PAGE);
    }

    /** Reads anew what is shown. */
    public void refresh() {
        count(Math.max(cards.size(), PAGE));
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

    private void count(int size) {
        total = source == null ? 0 : source.count();
        read(size);
    }

    /** The latest so many. */
    private void read(int size) {
        var rows = source == null ? List.<ConversationRow>of() : source.page(PageRequest.of(0, size));
        var left = total - rows.size();
        more.setVisible(left > 0);
        more.setText(getTranslation("conversations.more", Math.min(left, PAGE), left));
        if (rows.isEmpty()) {
            cards.show(whenEmpty != null ? whenEmpty : nothing());
        } else {
            cards.show(rows);
        }
    }

    private ConversationCard.Actions actions(ConversationRow row) {
        return new ConversationCard.Actions(
                row.editable() ? () -> Errors.run(() -> dialogs.edit(row.id(), this::changed)) : null,
                row.editable() ? () -> dialogs.delete(row, this::changed) : null,
                row.tookPart() && !row.editable() ? () -> Errors.run(() -> dialogs.count(row, this::changed)) : null,
                disputed(row) ? () -> Errors.run(() -> confirming.settle(row, this::changed)) : null,
                null);
    }

    private boolean disputed(ConversationRow row) {
        return row.answers().stream()
                .anyMatch(answer -> answer.state() == Confirmation.DISPUTED
                        && currentUser
                                .personId()
                                .filter(own -> own == answer.personId())
                                .isPresent());
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
