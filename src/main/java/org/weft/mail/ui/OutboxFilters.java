package org.weft.mail.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.DayField;
import org.weft.base.ui.FilterBar;
import org.weft.base.ui.FilterChip;
import org.weft.base.ui.Formats;
import org.weft.base.ui.QueryState;
import org.weft.mail.MailKind;
import org.weft.mail.MessageFilter;
import org.weft.mail.MessageReason;
import org.weft.mail.MessageStatus;
import org.weft.mail.OutboxService;

/** The filters of the outbox. They show what the address says, and tell the address people want. */
class OutboxFilters extends Composite<FilterBar> {

    private final transient OutboxService outbox;
    private final transient Clock clock;
    private final transient Supplier<QueryState> now;
    private final transient Consumer<QueryState> changed;
    private final TextField search =
            getContent().search(getTranslation("mail.outbox.search"), "", text -> change(OutboxAddress.SEARCH, text));
    private final Select<MessageStatus> status = select("base.status", "mail.outbox.everyStatus", "status.");
    private final Select<MailKind> kind = select("mail.message.kind", "mail.outbox.everyKind", "mail.kind.");
    private final Select<MessageReason> reason =
            select("mail.message.reason", "mail.outbox.everyReason", "mail.reason.");
    private final Select<WrittenWithin> within = select("mail.message.created", "mail.outbox.anyTime", "mail.within.");
    private final DayField from = day("mail.outbox.from", OutboxAddress.FROM);
    private final DayField to = day("mail.outbox.to", OutboxAddress.TO);
    private final Div person = new Div();
    private boolean showing;

    /**
     * @param now the address as it is
     * @param changed gets the address as the reader wants it
     */
    OutboxFilters(OutboxService outbox, Clock clock, Supplier<QueryState> now, Consumer<QueryState> changed) {
        this.outbox = outbox;
        this.clock = clock;
        this.now = now;
        this.changed = changed;
        status.setItems(MessageStatus.values());
        status.addValueChangeListener(event -> change(OutboxAddress.STATUS, event.getValue()));
        reason.setItems(MessageReason.values());
        reason.addValueChangeListener(event -> change(OutboxAddress.REASON, event.getValue()));
        kind.setItems(MailKind.values());
        kind.addValueChangeListener(event -> change(OutboxAddress.KIND, event.getValue()));
        within.setItems(WrittenWithin.values());
        within.addValueChangeListener(event -> change(OutboxAddress.within(now.get(), event.getValue(), today())));
        getContent()
                .filters(status, reason, kind, within, from, to, person)
                .onClear(() -> change(OutboxAddress.withoutFilters(now.get())));
    }

    /** What the address leaves of the messages, by the reader's days. */
    MessageFilter filter() {
        return OutboxAddress.filter(now.get(), today(), zone());
    }

    /** @param count how many messages the filter finds */
    void show(MessageFilter filter, long count) {
        showing = true;
        var query = now.get();
        if (!search.getValue().strip().equals(filter.search())) {
            search.setValue(filter.search());
        }
        status.setValue(filter.status());
        reason.setValue(filter.reason());
        kind.setValue(filter.kind());
        within.setValue(OutboxAddress.within(query));
        showDays(query);
        showPerson(filter.personId());
        getContent().summary(getTranslation("mail.outbox.count", count)).active(OutboxAddress.active(query, filter));
        showing = false;
    }

    private void showDays(QueryState query) {
        var named = OutboxAddress.within(query) == WrittenWithin.DAYS;
        from.setVisible(named);
        to.setVisible(named);
        from.setValue(OutboxAddress.day(query, OutboxAddress.FROM));
        to.setValue(OutboxAddress.day(query, OutboxAddress.TO));
        to.setMin(from.getValue());
    }

    private void showPerson(@Nullable Long personId) {
        person.removeAll();
        person.setVisible(personId != null);
        if (personId != null) {
            var name = outbox.recipientName(personId).orElse(Formats.NOTHING);
            person.add(
                    new FilterChip(getTranslation("mail.message.to"), name, () -> change(MailNavigation.PERSON, null)));
        }
    }

    /** All messages again. */
    void clear() {
        change(OutboxAddress.withoutFilters(now.get()).with(OutboxAddress.SEARCH, ""));
    }

    private void change(String key, @Nullable Object value) {
        change(now.get().with(key, value));
    }

    private void change(QueryState wanted) {
        if (!showing) {
            changed.accept(wanted);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    private ZoneId zone() {
        return Formats.of(this).zone();
    }

    private <E extends Enum<E>> Select<E> select(String name, String every, String prefix) {
        var select = new Select<E>();
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation(every));
        select.setItemLabelGenerator(value -> getTranslation(value == null ? every : prefix + value.name()));
        select.setAriaLabel(getTranslation(name));
        return select;
    }

    private DayField day(String name, String key) {
        var day = new DayField();
        day.setPlaceholder(getTranslation(name));
        day.setAriaLabel(getTranslation(name));
        day.setClearButtonVisible(true);
        day.addValueChangeListener(event -> change(key, event.getValue()));
        return day;
    }
}
