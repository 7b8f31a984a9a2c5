package org.weft.mail.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.weft.base.StaleEditException;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Notifications;
import org.weft.base.ui.QueryState;
import org.weft.base.ui.RowKeys;
import org.weft.base.ui.ViewHeader;
import org.weft.mail.MailSettings;
import org.weft.mail.MessageFilter;
import org.weft.mail.MessageRow;
import org.weft.mail.OutboxBulkService;
import org.weft.mail.OutboxService;

/** Every message and where it stands. Administrators see that it was sent, HR also what it says. */
@Route(MailNavigation.OUTBOX)
@Menu(order = 320, icon = "vaadin:outbox", title = "mail.outbox.title")
@RolesAllowed({"HR", "ADMIN"})
@StyleSheet("styles/mail.css")
class OutboxView extends Div implements BeforeEnterObserver, HasDynamicTitle, MessageCard.Actions {

    private final transient OutboxService outbox;
    private final transient OutboxBulkService bulk;
    private final transient MailSettings settings;
    private final boolean readsBodies;
    private final ViewHeader header = new ViewHeader(getTranslation("mail.outbox.title"));
    private final Button release = new Button(VaadinIcon.PAPERPLANE_O.create(), click -> askRelease());
    private final OutboxFilters filters;
    private final AllMessagesMenu all;
    private final MessageGrid grid;
    private final MarkedMessages marked;
    private final MasterDetailLayout layout = new MasterDetailLayout();
    private QueryState query = QueryState.of(new Location(MailNavigation.OUTBOX));
    private transient OptionalLong counted = OptionalLong.empty();

    OutboxView(
            OutboxService outbox,
            OutboxBulkService bulk,
            MailSettings settings,
            AuthenticationContext authentication,
            Clock clock) {
        this.outbox = outbox;
        this.bulk = bulk;
        this.settings = settings;
        readsBodies = authentication.hasRole("HR");
        filters = new OutboxFilters(outbox, clock, () -> query, wanted -> {
            address(wanted);
            refresh();
        });
        grid = new MessageGrid(page -> outbox.list(filters.filter(), page), page -> count());
        all = new AllMessagesMenu(bulk, this::refresh);
        marked = new MarkedMessages(bulk, grid.marked(), () -> {
            refresh();
            RowKeys.focus(layout);
        });
        addClassNames("weft-view", "weft-mail-outbox");
        var reload = new Button(getTranslation("mail.outbox.reload"), VaadinIcon.REFRESH.create(), click -> refresh());
        header.context(getTranslation("mail.outbox.context"))
                .actions(reload, all)
                .primary(release);
        grid.onOpen(this::open);
        grid.addSortListener(event -> {
            if (event.isFromClient()) {
                address(query.withSort(event.getSortOrder()));
            }
        });
        layout.addClassName("weft-mail-outbox-layout");
        layout.setMaster(grid);
        layout.setMasterSize("31rem");
        layout.setExpandMaster(true);
        layout.setDetailSize("30rem");
        layout.addBackdropClickListener(event -> close());
        layout.addDetailEscapePressListener(event -> close());
        add(header, new MailBanner(settings).withAdvice(authentication.hasRole("ADMIN")), filters, layout, marked);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = QueryState.of(event.getLocation());
        query.sort(grid);
        refresh();
    }

    private void address(QueryState changed) {
        query = changed;
        query.apply(UI.getCurrentOrThrow());
    }

    /** Reads everything anew: the list, its figures, and the message that is open. */
    private void refresh() {
        var filter = filters.filter();
        var count = outbox.count(filter);
        counted = OptionalLong.of(count);
        filters.show(filter, count);
        all.show(filter, settings.configured());
        marked.show(filter, count, settings.configured());
        grid.setEmptyStateComponent(emptyState(filter));
        grid.getLazyDataView().refreshAll();
        var held = settings.configured() ? bulk.held().count() : 0;
        release.setText(getTranslation("mail.outbox.release", held));
        release.setVisible(held > 0);
        show(query.getLong(MailNavigation.MESSAGE).stream()
                .boxed()
                .findFirst()
                .flatMap(outbox::find)
                .orElse(null));
    }

    /** The grid asks after each refresh; what was just counted is not counted twice. */
    private long count() {
        var count = counted.orElseGet(() -> outbox.count(filters.filter()));
        counted = OptionalLong.empty();
        return count;
    }

    private EmptyState emptyState(MessageFilter filter) {
        return filter.equals(MessageFilter.ALL)
                ? new EmptyState(
                        VaadinIcon.OUTBOX,
                        getTranslation("mail.outbox.empty.title"),
                        getTranslation("mail.outbox.empty.text"))
                : new EmptyState(
                        VaadinIcon.SEARCH,
                        getTranslation("mail.outbox.nothing.title"),
                        getTranslation("mail.outbox.nothing.text"),
                        new Button(getTranslation("base.filters.clear"), click -> filters.clear()));
    }

    private void open(@Nullable MessageRow message) {
        address(query.with(MailNavigation.MESSAGE, message == null ? null : message.id()));
        show(message);
    }

    private void show(@Nullable MessageRow message) {
        grid.show(message);
        if (message == null) {
            layout.setDetail(null);
            return;
        }
        var body = readsBodies ? outbox.body(message.id()) : null;
        layout.setDetail(new MessageCard(message, body, settings.configured(), this));
    }

    private void askRelease() {
        HeldMail.askRelease(this, bulk, this::refresh);
    }

    @Override
    public void retry(MessageRow message) {
        change(() -> outbox.retry(message.id()), getTranslation("mail.message.retried", message.toName()));
    }

    @Override
    public void cancel(MessageRow message) {
        change(() -> outbox.cancel(message.id()), getTranslation("mail.message.cancelled", message.toName()));
    }

    private void change(Runnable change, String done) {
        try {
            change.run();
            Notifications.success(done);
        } catch (StaleEditException e) {
            // It went on by itself: the card read anew shows how far.
            Notifications.warn(getTranslation("mail.message.moved"));
        } catch (RuntimeException e) {
            Errors.show(e);
        }
        refresh();
    }

    @Override
    public void close() {
        open(null);
        RowKeys.focus(layout);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("mail.outbox.title");
    }
}
