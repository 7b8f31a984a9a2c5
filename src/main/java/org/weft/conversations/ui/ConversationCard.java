package org.weft.conversations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.Formats;
import org.weft.base.ui.PersonLabel;
import org.weft.base.ui.StatusBadge;
import org.weft.base.ui.Tone;
import org.weft.conversations.Confirmation;
import org.weft.conversations.ConversationRow;

/** One conversation, as a card. */
class ConversationCard extends Article {

    private static final int PEOPLE_SHOWN = 6;
    private static final int TEXT_SHOWN = 400;

    /** What the reader may do with it, as callbacks; null leaves the button out. */
    record Actions(
            @Nullable Runnable edit,
            @Nullable Runnable delete,
            @Nullable Runnable count,
            @Nullable Runnable confirm,
            @Nullable Runnable dispute) {

        /** Nothing but to say whether it was so. */
        static Actions answering(Runnable confirm, Runnable dispute) {
            return new Actions(null, null, null, confirm, dispute);
        }
    }

    ConversationCard(ConversationRow row, Formats formats, Actions actions) {
        addClassName("weft-conversations-card");
        var day = new H3(formats.date(row.heldOn()));
        day.addClassName("weft-numbers");
        day.setTitle(formats.longDate(row.heldOn()));
        var kind = new StatusBadge(
                Tone.GREY, getTranslation("conversationkind." + row.kind().name()));
        var head = new Div(day, kind);
        head.addClassName("weft-conversations-card-head");
        add(head, people(row), text(row.exchanged()));
        var agreed = row.agreed();
        var result = row.result();
        if (agreed != null || result != null) {
            var outcome = new DescriptionList();
            outcome.addClassName("weft-conversations-outcome");
            outcome(outcome, "conversations.agreed", agreed);
            outcome(outcome, "conversations.result", result);
            add(outcome);
        }
        if (!row.objectives().isEmpty()) {
            add(objectives(row));
        }
        var answers = row.answers().stream()
                // Who is asked here knows that it waits for them.
                .filter(answer -> actions.dispute() == null || answer.state() != Confirmation.WAITING)
                .toList();
        if (!answers.isEmpty()) {
            add(new Answers(answers));
        }
        add(foot(row, formats, actions));
    }

    private Component people(ConversationRow row) {
        var people = new Div();
        people.addClassName("weft-conversations-card-people");
        row.people().stream()
                .limit(row.people().size() > PEOPLE_SHOWN + 1 ? PEOPLE_SHOWN : PEOPLE_SHOWN + 1)
                .forEach(person ->
                        people.add(new PersonLabel(person.name(), Objects.requireNonNullElse(person.teamName(), ""))));
        if (row.people().size() > PEOPLE_SHOWN + 1) {
            var rest = row.people().subList(PEOPLE_SHOWN, row.people().size());
            var more = new Span(getTranslation("conversations.people.more", rest.size()));
            more.addClassName("weft-sub");
            more.setTitle(
                    String.join(", ", rest.stream().map(person -> person.name()).toList()));
            people.add(more);
        }
        return people;
    }

    /** Shown as it was typed, from the side its script starts at; a long one in full on demand. */
    private Component text(String words) {
        var text = new Paragraph(words);
        text.addClassName("weft-conversations-words");
        text.getElement().setAttribute("dir", "auto");
        if (words.length() <= TEXT_SHOWN && words.lines().count() <= 6) {
            return text;
        }
        text.addClassName("weft-conversations-clamped");
        var toggle = new Button(getTranslation("conversations.text.more"));
        toggle.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        toggle.addClickListener(event -> {
            var whole = text.hasClassName("weft-conversations-clamped");
            text.setClassName("weft-conversations-clamped", !whole);
            toggle.setText(getTranslation(whole ? "conversations.text.less" : "conversations.text.more"));
        });
        return new Div(text, toggle);
    }

    private void outcome(DescriptionList list, String label, @Nullable String words) {
        if (words != null) {
            list.add(new Div(
                    new DescriptionList.Term(getTranslation(label)), new DescriptionList.Description(text(words))));
        }
    }

    private Component objectives(ConversationRow row) {
        var list = new UnorderedList();
        row.objectives().forEach(objective -> {
            var whose = new Span(objective.personName());
            whose.addClassName("weft-sub");
            list.add(new ListItem(new Span(objective.title()), whose));
        });
        var label = new Span(getTranslation("conversations.counts-for"));
        label.addClassName("weft-sub");
        var box = new Div(label, list);
        box.addClassName("weft-conversations-counts");
        return box;
    }

    private Component foot(ConversationRow row, Formats formats, Actions actions) {
        var day = formats.date(row.createdAt());
        var author = row.author();
        var origin = new Span(
                author == null
                        ? getTranslation("conversations.logged", day)
                        : getTranslation("conversations.logged-by", author, day));
        origin.addClassName("weft-sub");
        origin.setTitle(formats.exact(row.createdAt()));
        var foot = new Div(origin);
        foot.addClassName("weft-conversations-card-foot");
        var confirm = actions.confirm();
        if (confirm != null) {
            var button = new Button(
                    getTranslation("conversations.confirm.action"), VaadinIcon.CHECK.create(), event -> confirm.run());
            button.addThemeVariants(ButtonVariant.SMALL);
            foot.add(button);
        }
        action(foot, VaadinIcon.COMMENT_ELLIPSIS_O, "conversations.dispute.action", actions.dispute());
        action(foot, VaadinIcon.LINK, "conversations.count.action", actions.count());
        action(foot, VaadinIcon.EDIT, "base.edit", actions.edit());
        action(foot, VaadinIcon.TRASH, "base.delete", actions.delete());
        return foot;
    }

    private void action(Div foot, VaadinIcon icon, String label, @Nullable Runnable run) {
        if (run != null) {
            var button = new Button(getTranslation(label), icon.create(), event -> run.run());
            button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
            foot.add(button);
        }
    }
}
