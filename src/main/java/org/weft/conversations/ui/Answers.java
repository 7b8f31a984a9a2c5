package org.weft.conversations.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.weft.base.ui.StatusBadge;
import org.weft.base.ui.Tone;
import org.weft.conversations.Confirmation;
import org.weft.conversations.ConversationAnswer;

/** Who says that a conversation was so, for whom it waits, and who says that it was not. */
class Answers extends Div {

    private static final int NAMES_SHOWN = 6;

    Answers(List<ConversationAnswer> answers) {
        addClassName("weft-conversations-answers");
        answers.stream()
                .filter(answer -> answer.state() == Confirmation.DISPUTED)
                .forEach(this::objection);
        line(Confirmation.CONFIRMED, answers);
        line(Confirmation.WAITING, answers);
    }

    private void line(Confirmation state, List<ConversationAnswer> answers) {
        var names = answers.stream()
                .filter(answer -> answer.state() == state)
                .map(ConversationAnswer::name)
                .toList();
        if (names.isEmpty()) {
            return;
        }
        var shown = names.size() > NAMES_SHOWN + 1 ? NAMES_SHOWN : names.size();
        var words = String.join(", ", names.subList(0, shown));
        if (shown < names.size()) {
            words += " " + getTranslation("conversations.people.more", names.size() - shown);
        }
        var line = new Span(getTranslation("conversations.answers." + state.name(), words));
        line.addClassName("weft-sub");
        line.setTitle(String.join(", ", names));
        add(line);
    }

    private void objection(ConversationAnswer answer) {
        var box = new Div(new StatusBadge(Tone.AMBER, getTranslation("conversations.answers.DISPUTED", answer.name())));
        box.addClassName("weft-conversations-objection");
        var words = answer.objection();
        if (words != null) {
            var text = new Paragraph(words);
            text.addClassName("weft-conversations-words");
            text.getElement().setAttribute("dir", "auto");
            box.add(text);
        }
        add(box);
    }
}
