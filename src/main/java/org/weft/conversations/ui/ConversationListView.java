package org.weft.conversations.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.data.domain.Pageable;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.FilterBar;
import org.weft.base.ui.Formats;
import org.weft.base.ui.QueryState;
import org.weft.base.ui.ViewHeader;
import org.weft.conversations.ConversationRow;
import org.weft.conversations.ConversationService;
import org.weft.conversations.HeldFilter;
import org.weft.programs.CycleOption;
import org.weft.programs.CycleService;
import org.weft.programs.ui.CyclePicker;

/** The conversations behind a figure: those of a cycle that the address's filters leave. Charts lead here. */
@Route(HeldAddress.PAGE)
@RolesAllowed({Role.Names.HR, Role.Names.MANAGER})
@StyleSheet("styles/conversations.css")
class ConversationListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ConversationService conversations;
    private final transient CurrentUser currentUser;
    private final ViewHeader header;
    private final FilterBar filters = new FilterBar();
    private final CyclePicker picker;
    private final HeldChips chips = new HeldChips(this::change);
    private final H2 count = new H2();
    private final ConversationList list;
    private QueryState query = QueryState.of(new Location(HeldAddress.PAGE));

    ConversationListView(
            ConversationService conversations, CycleService cycles, CurrentUser currentUser, ConversationList list) {
        this.conversations = conversations;
        this.currentUser = currentUser;
        this.list = list;
        addClassName("weft-view");
        header = new ViewHeader(getTranslation("conversations.held.title"));
        picker = new CyclePicker(cycles, currentUser.scope());
        // The dates are those of another cycle.
        picker.onChosen(cycle ->
                change(picker.into(query).with(HeldAddress.FROM, List.of()).with(HeldAddress.TO, List.of())));
        count.getElement().setAttribute("role", "status");
        list.whenEmpty(new EmptyState(
                VaadinIcon.COMMENTS_O,
                getTranslation("conversations.held.empty.title"),
                getTranslation("conversations.held.empty.text")));
        filters.filters(picker, chips).onClear(() -> change(HeldChips.without(query)));
        add(header, filters, count, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = QueryState.of(event.getLocation());
        picker.show(query);
        show();
    }

    private void change(QueryState next) {
        query = next;
        query.apply(UI.getCurrentOrThrow());
        show();
    }

    private void show() {
        var cycle = picker.cycle();
        filters.setVisible(cycle.isPresent());
        cycle.ifPresentOrElse(this::show, () -> list.show(new Held(new Scope.Nobody(), HeldFilter.of(0))));
    }

    private void show(CycleOption cycle) {
        var scope = scope();
        var filter = HeldAddress.filter(query, cycle);
        header.context(getTranslation(
                "conversations.held.context", cycle.label(), Formats.of(this).range(cycle.startsOn(), cycle.endsOn())));
        chips.show(query, cycle, !scope.equals(currentUser.scope()));
        filters.active(chips.getComponentCount());
        list.show(new Held(scope, filter));
    }

    private Scope scope() {
        return currentUser
                .personId()
                .filter(person -> HeldAddress.isLed(query))
                .<Scope>map(Scope.Led::new)
                .filter(led -> currentUser.has(Role.MANAGER))
                .orElseGet(currentUser::scope);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("conversations.held.title");
    }

    private final class Held implements ConversationList.Source {

        private final Scope scope;
        private final HeldFilter filter;

        private Held(Scope scope, HeldFilter filter) {
            this.scope = scope;
            this.filter = filter;
        }

        @Override
        public List<ConversationRow> page(Pageable page) {
            return conversations.held(scope, filter, page);
        }

        @Override
        public long count() {
            var found = conversations.countHeld(scope, filter);
            count.setVisible(found.conversations() > 0);
            count.setText(
                    filter.counting()
                            ? getTranslation("conversations.held.counted", found.conversations(), found.counted())
                            : getTranslation("conversations.held.count", found.conversations()));
            return found.conversations();
        }
    }
}
