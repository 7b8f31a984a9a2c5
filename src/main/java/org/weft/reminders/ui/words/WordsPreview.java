package org.weft.reminders.ui.words;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.jspecify.annotations.Nullable;
import org.weft.mail.ui.MailPreview;
import org.weft.mail.words.MailExample;
import org.weft.people.ui.PersonPicker;

/** The mail as somebody would get it, in the words as they stand. */
class WordsPreview extends Div {

    private final @Nullable PersonPicker person;
    private final Paragraph invented = new Paragraph();
    private final Div subject = new Div();
    private final MailPreview mail = new MailPreview().withSwitches();

    /**
     * @param person null for those who may see nobody
     * @param test sends the mail to whoever reads the page
     */
    WordsPreview(@Nullable PersonPicker person, Button test) {
        this.person = person;
        addClassName("weft-words-preview");
        subject.addClassName("weft-words-subject");
        invented.addClassName("weft-sub");
        test.setIcon(VaadinIcon.PAPERPLANE_O.create());
        var tools = new Div();
        tools.addClassName("weft-words-tools");
        if (person != null) {
            tools.add(person);
        }
        tools.add(test);
        add(new H2(getTranslation("reminders.words.preview")), tools, invented, subject, mail);
    }

    @Nullable Long personId() {
        return person == null ? null : person.getPersonId();
    }

    void show(MailExample.Shown shown) {
        invented.setVisible(shown.invented());
        invented.setText(getTranslation(whyInvented()));
        subject.setText(shown.mail().subject());
        mail.show(shown.mail().html(), shown.mail().text());
    }

    private String whyInvented() {
        if (person == null) {
            return "reminders.words.invented.nobody";
        }
        return personId() == null ? "reminders.words.invented" : "reminders.words.invented.occasion";
    }
}
