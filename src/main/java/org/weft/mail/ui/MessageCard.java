package org.weft.mail.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.ConfirmDialogs;
import org.weft.base.ui.Formats;
import org.weft.base.ui.StatusBadge;
import org.weft.mail.MessageBody;
import org.weft.mail.MessageRow;
import org.weft.mail.MessageStatus;

/** One message with its whole life, what it says, and what can be done about it. */
class MessageCard extends Div {

    /** What the card asks for. */
    interface Actions {
        void retry(MessageRow message);

        void cancel(MessageRow message);

        void close();
    }

    private final MessageRow message;
    private final transient Actions actions;
    private final DescriptionList facts = new DescriptionList();

    /**
     * @param body null for those who may not read it
     * @param mailServer whether there is one to send with
     */
    MessageCard(MessageRow message, @Nullable MessageBody body, boolean mailServer, Actions actions) {
        this.message = message;
        this.actions = actions;
        addClassName("weft-mail-message");
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> actions.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        close.setAriaLabel(getTranslation("base.close"));
        var words = new Div(new H2(message.subject()), recipient());
        words.addClassName("weft-mail-message-words");
        var head = new Div(words, close);
        head.addClassName("weft-mail-message-head");
        addFacts();
        add(head, facts, buttons(mailServer));
        if (body == null) {
            var note = new Paragraph(getTranslation("mail.message.notForYou"));
            note.addClassName("weft-mail-message-note");
            add(note);
        } else {
            var preview = new MailPreview();
            preview.show(body.html(), body.text());
            preview.showSource(body.source(), body.today());
            add(preview);
        }
    }

    private Component recipient() {
        var address = message.toAddress();
        var recipient = new Span(
                address == null
                        ? getTranslation("mail.message.noAddress", message.toName())
                        : message.toName() + " <" + address + ">");
        var personId = message.personId();
        var line = personId == null ? new Div(recipient) : new Div(recipient, allTo(personId));
        line.addClassName("weft-mail-message-to");
        return line;
    }

    private Anchor allTo(long personId) {
        var link = new Anchor(MailNavigation.person(personId), getTranslation("mail.message.allTo"));
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private void addFacts() {
        var formats = Formats.of(this);
        facts.addClassName("weft-mail-message-facts");
        facts.add(
                new DescriptionList.Term(getTranslation("base.status")),
                new DescriptionList.Description(
                        StatusBadge.status(message.status().name())));
        var reason = message.reason();
        if (reason != null) {
            fact("mail.message.reason", getTranslation("mail.reason." + reason.name()));
        }
        fact("mail.message.kind", getTranslation("mail.kind." + message.kind().name()));
        fact(
                "mail.message.created",
                getTranslation(
                        "mail.message.createdBy", formats.dateTime(message.createdAt()), message.createdByName()));
        var sentAt = message.sentAt();
        if (sentAt != null) {
            fact("mail.message.sent", formats.dateTime(sentAt));
        }
        if (message.attempts() > 0) {
            fact("mail.message.attempts", formats.number(message.attempts()));
        }
        if (message.status() == MessageStatus.QUEUED && message.attempts() > 0) {
            fact("mail.message.next", formats.dateTime(message.sendAfter()));
        }
        var file = message.attachment();
        if (file != null) {
            fact("mail.message.file", getTranslation("mail.message.file.of", file.name(), formats.size(file.size())));
        }
        var answer = message.serverAnswer();
        if (answer != null && !answer.isBlank()) {
            fact("mail.message.answer", answer);
        }
    }

    private void fact(String key, String value) {
        facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }

    private Div buttons(boolean mailServer) {
        var buttons = new Div();
        buttons.addClassName("weft-mail-message-actions");
        var status = message.status();
        var waits = status == MessageStatus.QUEUED || status == MessageStatus.HELD;
        if (mailServer && (waits || status == MessageStatus.FAILED)) {
            var retry = new Button(
                    getTranslation(status == MessageStatus.FAILED ? "mail.message.retry" : "mail.message.sendNow"),
                    VaadinIcon.PAPERPLANE_O.create(),
                    click -> actions.retry(message));
            retry.setDisableOnClick(true);
            buttons.add(retry);
        }
        if (waits) {
            buttons.add(new Button(
                    getTranslation("mail.message.cancel"),
                    VaadinIcon.BAN.create(),
                    click -> ConfirmDialogs.askDanger(
                            getTranslation("mail.message.cancel.title"),
                            getTranslation("mail.message.cancel.text", message.toName()),
                            getTranslation("mail.message.cancel"),
                            () -> actions.cancel(message))));
        }
        buttons.setVisible(buttons.getComponentCount() > 0);
        return buttons;
    }
}
