package org.weft.reminders.ui.words;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;
import org.weft.base.Translations;
import org.weft.base.ui.ConfirmDialogs;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Notifications;
import org.weft.base.ui.QueryState;
import org.weft.base.ui.ViewHeader;
import org.weft.mail.ui.PlaceholderChips;
import org.weft.mail.words.MailPart;
import org.weft.mail.words.MailWordsService;
import org.weft.mail.words.WordProblem;
import org.weft.people.PersonService;
import org.weft.people.ui.PersonPicker;
import org.weft.reminders.MailTrialService;

/** The words of one mail, a tab for each language, and beside them the mail as somebody would get it. */
@Route(WordsNavigation.LIST + "/:" + WordsNavigation.MAIL)
@RolesAllowed({Role.Names.HR, Role.Names.ADMIN})
@StyleSheet("styles/mail.css")
@StyleSheet("styles/reminders.css")
class MailTemplateView extends Div
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle, WordsForm.Asked {

    private final transient MailWordsService words;
    private final transient MailTrialService trials;
    private final transient Translations translations;
    private final @Nullable PersonPicker person;
    private final ViewHeader header = new ViewHeader("");
    private final Div languages = new Div();
    private final PlaceholderChips chips = new PlaceholderChips();
    private final List<WordsForm> forms = new ArrayList<>();
    private final Button test = new Button(getTranslation("reminders.words.test"), click -> test());
    private final Button restoreAll = new Button(
            getTranslation("reminders.words.restore.all"), VaadinIcon.ARROW_BACKWARD.create(), click -> restoreAll());
    private final WordsPreview preview;
    private TabSheet tabs = new TabSheet();
    private QueryState query = QueryState.of(new Location(WordsNavigation.LIST));
    private boolean entering;
    private String mail = "";
    private String title = "";

    MailTemplateView(
            MailWordsService words,
            MailTrialService trials,
            PersonService people,
            CurrentUser currentUser,
            Translations translations) {
        this.words = words;
        this.trials = trials;
        this.translations = translations;
        addClassName("weft-view");
        // Who looks after the mail server alone sees nobody.
        person = currentUser.has(Role.HR, Role.MANAGER, Role.MEMBER)
                ? new PersonPicker(getTranslation("reminders.words.person"), people, currentUser.scope())
                : null;
        if (person != null) {
            person.addValueChangeListener(event -> {
                if (!entering) {
                    address(query.with(WordsNavigation.PERSON, person.getPersonId()));
                    show();
                }
            });
        }
        test.setDisableOnClick(true);
        preview = new WordsPreview(person, test);
        var back = new Anchor(WordsNavigation.LIST, getTranslation("reminders.words.title"));
        back.getElement().setAttribute("router-link", true);
        languages.addClassName("weft-words-texts");
        var panes = new Div(languages, preview);
        panes.addClassName("weft-words");
        var save = new Button(getTranslation("base.save"), VaadinIcon.CHECK.create());
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            save();
            save.setEnabled(true);
        });
        add(header.before(back).actions(restoreAll).primary(save), panes);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        mail = event.getRouteParameters().get(WordsNavigation.MAIL).orElse("");
        query = QueryState.of(event.getLocation());
        forms.clear();
        tabs = new TabSheet();
        for (var language : translations.languages()) {
            var form = new WordsForm(words.get(mail, language), this);
            forms.add(form);
            tabs.add(language.getDisplayLanguage(getLocale()), form);
        }
        var wanted = Translations.nearest(
                query.get(WordsNavigation.LANGUAGE).orElse(getLocale().getLanguage()));
        tabs.setSelectedIndex(translations.languages().indexOf(wanted));
        tabs.addSelectedChangeListener(change -> {
            address(query.with(WordsNavigation.LANGUAGE, shown().language().getLanguage()));
            focused(shown(), shown().last());
            show();
        });
        languages.removeAll();
        languages.add(chips, tabs);
        focused(shown(), shown().last());
        entering = true;
        if (person != null) {
            person.setPersonId(query.getLong(WordsNavigation.PERSON).stream()
                    .boxed()
                    .findFirst()
                    .orElse(null));
        }
        entering = false;
        var described = words.get(mail, wanted).mail();
        title = getTranslation(described.label());
        header.title(title).context(getTranslation(described.occasion()));
        show();
    }

    /** What was typed is not lost by a click elsewhere. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (forms.stream().anyMatch(WordsForm::dirty)) {
            var leaving = event.postpone();
            ConfirmDialogs.askDanger(
                    getTranslation("reminders.words.leave.title"),
                    getTranslation("reminders.words.leave.text"),
                    getTranslation("reminders.words.leave.confirm"),
                    leaving::proceed);
        }
    }

    private void address(QueryState changed) {
        query = changed;
        query.apply(UI.getCurrentOrThrow());
    }

    private WordsForm shown() {
        return forms.get(tabs.getSelectedIndex());
    }

    /** Shows the mail as it would be now. Where there can be none yet, the last one stays; the field says why. */
    private void show() {
        restoreAll.setVisible(!shown().differing().isEmpty());
        try {
            preview.show(trials.show(mail, shown().language(), shown().texts(), preview.personId()));
        } catch (InvalidInputException notYet) {
            // The field of the subject says so.
        } catch (RuntimeException e) {
            Errors.show(e);
        }
    }

    private void save() {
        var changed = forms.stream().filter(WordsForm::dirty).toList();
        if (changed.isEmpty()) {
            Notifications.success(getTranslation("reminders.words.nothing"));
            return;
        }
        for (var form : changed) {
            if (!save(form)) {
                return;
            }
        }
        Notifications.success(getTranslation("reminders.words.saved"));
    }

    private boolean save(WordsForm form) {
        if (!form.equals(shown())) {
            tabs.setSelectedIndex(forms.indexOf(form));
        }
        if (form.takeToProblem()) {
            return false;
        }
        try {
            words.save(mail, form.language(), form.before(), form.texts());
            form.saved(words.get(mail, form.language()));
            return true;
        } catch (StaleEditException e) {
            form.overtaken(title, words.get(mail, form.language()));
        } catch (InvalidInputException e) {
            form.showError(e);
        } catch (RuntimeException e) {
            Errors.show(e);
        }
        return false;
    }

    private void restoreAll() {
        restore(shown(), shown().differing());
    }

    @Override
    public void restore(WordsForm form, List<WordField> fields) {
        new RestoreDialog(fields, () -> restored(form, fields)).open();
    }

    /** Only these texts are saved; whatever else is being typed stays as it is. */
    private void restored(WordsForm form, List<WordField> fields) {
        var after = new HashMap<>(form.before());
        fields.forEach(field -> after.put(field.part().name(), field.shipped()));
        try {
            words.save(mail, form.language(), form.before(), after);
            fields.forEach(field -> field.text(field.shipped()));
            form.saved(words.get(mail, form.language()));
            fields.getFirst().input().focus();
            Notifications.success(getTranslation("reminders.words.restored", fields.size()));
        } catch (StaleEditException e) {
            form.overtaken(title, words.get(mail, form.language()));
        }
    }

    private void test() {
        Errors.run(() -> {
            if (shown().takeToProblem()) {
                return;
            }
            var to = trials.ownAddress();
            var result = trials.send(
                    mail,
                    shown().language(),
                    shown().texts(),
                    preview.personId(),
                    UUID.randomUUID().toString());
            Notifications.success(getTranslation(
                    result.held() > 0 ? "reminders.words.test.held" : "reminders.words.test.sent",
                    to.map(address -> address.address()).orElse("")));
        });
        test.setEnabled(true);
    }

    @Override
    public List<WordProblem> check(MailPart part, String text) {
        return words.check(part, text);
    }

    @Override
    public void focused(WordsForm form, WordField field) {
        chips.offer(
                field.input(),
                getTranslation("reminders.words.insert", field.label()),
                words.placeholders(field.part(), form.language()));
    }

    @Override
    public void changed() {
        show();
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
