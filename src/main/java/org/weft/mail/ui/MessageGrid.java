package org.weft.mail.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.TextRenderer;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.weft.base.ui.Cells;
import org.weft.base.ui.Formats;
import org.weft.base.ui.MarkedRows;
import org.weft.base.ui.RowKeys;
import org.weft.base.ui.Tone;
import org.weft.mail.MessageRow;
import org.weft.mail.MessageStatus;

/** The messages, one per row. Where there is little room, only state and recipient, with more the subject: the card tells the rest. */
class MessageGrid extends Grid<MessageRow> {

    private static final int ROOMY = 900;

    private final Column<MessageRow> subject;
    private final List<Column<MessageRow>> onlyWithRoom;
    private final MarkedRows<MessageRow> marked = new MarkedRows<>(this, MessageRow::id);
    private transient @Nullable MessageRow open;
    private boolean narrow;

    MessageGrid(SpringData.FetchCallback<Pageable, MessageRow> fetch, SpringData.CountCallback<Pageable> count) {
        addClassName("weft-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        setAriaLabel(getTranslation("mail.outbox.title"));
        setSelectionModel(marked, SelectionMode.MULTI);
        setPartNameGenerator(row -> open != null && open.id() == row.id() ? "open" : null);
        var formats = Formats.of(this);
        column("status", "base.status", "7rem", 0)
                .setAutoWidth(true)
                .setRenderer(Cells.badge(
                        row -> Tone.ofStatus(row.status().name()),
                        row -> getTranslation("status." + row.status().name())));
        column("toName", "mail.message.to", "13rem", 1)
                .setRenderer(Cells.twoLines(
                        MessageRow::toName, row -> row.toAddress() == null ? Formats.NOTHING : row.toAddress()));
        subject = column("subject", "mail.message.subject", "10.5rem", 1)
                .setRenderer(Cells.twoLines(MessageRow::subject, row -> kind(row, formats)));
        onlyWithRoom = List.of(
                column("createdAt", "mail.message.created", "7rem", 0)
                        .setAutoWidth(true)
                        .setRenderer(Cells.moment(MessageRow::createdAt, formats)),
                column("sentAt", "mail.message.sent", "7rem", 0)
                        .setAutoWidth(true)
                        .setRenderer(Cells.moment(MessageRow::sentAt, formats)),
                column("attempts", "mail.message.attempts", "6.5rem", 0)
                        .setAutoWidth(true)
                        .setRenderer(new TextRenderer<>(row -> formats.number(row.attempts())))
                        .setTextAlign(ColumnTextAlign.END),
                column("reason", "mail.message.reason", "9.5rem", 1)
                        .setSortable(false)
                        .setRenderer(Cells.twoLines(
                                this::reason, row -> row.serverAnswer() == null ? "" : row.serverAnswer())));
        setItemsPageable(fetch, count).setIdentifierProvider(MessageRow::id);
        Signal.effect(this, () -> {
            var width =
                    UI.getCurrentOrThrow().getPage().windowSizeSignal().get().width();
            narrow = width > 0 && width < ROOMY;
            fit();
        });
    }

    /** All keys are at once the names {@link org.weft.mail.OutboxService#list} sorts by. */
    private Column<MessageRow> column(String key, String headerKey, String width, int grow) {
        return addColumn(row -> "")
                .setKey(key)
                .setHeader(getTranslation(headerKey))
                .setSortProperty(key)
                .setSortable(true)
                .setWidth(width)
                .setFlexGrow(grow);
    }

    private String kind(MessageRow row, Formats formats) {
        var kind = getTranslation("mail.kind." + row.kind().name());
        var file = row.attachment();
        return file == null ? kind : getTranslation("mail.message.withFile", kind, formats.size(file.size()));
    }

    private String reason(MessageRow row) {
        var reason = row.reason();
        if (reason != null) {
            return getTranslation("mail.reason." + reason.name());
        }
        return row.status() == MessageStatus.SENT ? getTranslation("mail.message.accepted") : "";
    }

    /** Tells which message a person opens, by a click or by Enter. A space marks. */
    void onOpen(Consumer<MessageRow> opened) {
        addItemClickListener(event -> opened.accept(event.getItem()));
        RowKeys.listen(this, opened, marked::toggle);
    }

    MarkedRows<MessageRow> marked() {
        return marked;
    }

    /** Tells the row whose card is open beside the grid from the others, or none. */
    void show(@Nullable MessageRow message) {
        var before = open;
        open = message;
        Stream.of(before, message)
                .filter(Objects::nonNull)
                .forEach(row -> getDataProvider().refreshItem(row));
        fit();
    }

    private void fit() {
        subject.setVisible(!narrow);
        onlyWithRoom.forEach(column -> column.setVisible(open == null && !narrow));
    }
}
