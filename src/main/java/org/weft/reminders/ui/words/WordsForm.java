package org.weft.reminders.ui.words;

import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.weft.base.InvalidInputException;
import org.weft.base.ui.Forms;
import org.weft.base.ui.StaleEditBanner;
import org.weft.mail.words.MailPart;
import org.weft.mail.words.MailWordsDetails;
import org.weft.mail.words.WordProblem;

/** The texts of one mail in one language. What is typed stays until it is saved, whatever goes wrong meanwhile. */
class WordsForm extends Div implements WordField.Words {

    /** What the form asks for. */
    interface Asked {

        List<WordProblem> check(MailPart part, String text);

        /** The cursor has come into a field. */
        void focused(WordsForm form, WordField field);

        void changed();

        void restore(WordsForm form, List<WordField> fields);
    }

    private final transient Asked asked;
    private final Locale language;
    private final Map<String, WordField> fields = new LinkedHashMap<>();
    private final StaleEditBanner<Map<String, String>> banner = new StaleEditBanner<>(this::texts, this::fill);
    private final transient Map<String, String> before;
    private WordField last;

    WordsForm(MailWordsDetails details, Asked asked) {
        this.asked = asked;
        language = details.language();
        before = new LinkedHashMap<>(details.texts());
        addClassName("weft-words-form");
        add(banner);
        for (var part : details.mail().parts()) {
            var field = new WordField(
                    part,
                    details.texts().getOrDefault(part.name(), ""),
                    details.shipped().getOrDefault(part.name(), ""),
                    this);
            fields.put(part.name(), field);
            add(field);
        }
        last = fields.values().iterator().next();
    }

    /** The field the cursor was in last. */
    WordField last() {
        return last;
    }

    Locale language() {
        return language;
    }

    /** The texts the edit started from. */
    Map<String, String> before() {
        return Map.copyOf(before);
    }

    Map<String, String> texts() {
        return fields.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().text()));
    }

    private void fill(Map<String, String> texts) {
        texts.forEach((part, text) -> {
            var field = fields.get(part);
            if (field != null) {
                field.text(text);
            }
        });
    }

    boolean dirty() {
        return !texts().equals(before);
    }

    /** Goes to the first text that cannot be used, if there is one. */
    boolean takeToProblem() {
        var wrong = fields.values().stream().filter(field -> !field.fine()).findFirst();
        wrong.ifPresent(field -> field.input().focus());
        return wrong.isPresent();
    }

    void showError(InvalidInputException problem) {
        Forms.showError(
                problem,
                fields.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, field -> field.getValue().input())));
    }

    /**
     * The texts have been saved, or some of them. What others saved meanwhile comes in where nothing was typed; what is typed
     * and not saved stays, and so does what it started from.
     */
    void saved(MailWordsDetails now) {
        now.texts().forEach((part, text) -> {
            var field = fields.get(part);
            if (field != null && field.text().equals(before.get(part))) {
                field.text(text);
            }
            if (field != null && field.text().equals(text)) {
                before.put(part, text);
            }
        });
        banner.setVisible(false);
    }

    /** Somebody was faster. Their texts come in where nothing was typed; the next save of the others is meant to win. */
    void overtaken(String name, MailWordsDetails latest) {
        fields.forEach((part, field) -> {
            if (field.text().equals(before.get(part))) {
                field.text(latest.texts().getOrDefault(part, ""));
            }
        });
        before.putAll(latest.texts());
        banner.show(name, latest.texts());
    }

    List<WordField> differing() {
        return fields.values().stream().filter(WordField::differs).toList();
    }

    @Override
    public List<WordProblem> check(MailPart part, String text) {
        return asked.check(part, text);
    }

    @Override
    public void focused(WordField field) {
        last = field;
        asked.focused(this, field);
    }

    @Override
    public void changed() {
        asked.changed();
    }

    @Override
    public void restore(WordField field) {
        asked.restore(this, List.of(field));
    }
}
