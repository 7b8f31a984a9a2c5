package org.weft.people.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Forms;
import org.weft.base.ui.Notifications;
import org.weft.base.ui.StaleEditBanner;
import org.weft.base.ui.StatusBadge;
import org.weft.base.ui.Tone;
import org.weft.mail.UnreachableAddress;
import org.weft.people.PersonDetails;
import org.weft.people.PersonDraft;

/** Somebody new, or somebody there is, to be edited beside the list. */
class PersonEditor extends Div {

    /** What becomes of it. */
    interface Actions {
        void add(PersonDraft draft);

        void change(long id, int version, PersonDraft draft);

        void leave(long id, int version, @Nullable LocalDate lastDay);

        void comeBack(long id, int version);

        PersonDetails latest(long id);

        /** What is known against the address, if too much mail came back from it. */
        Optional<UnreachableAddress> returned(String email);

        void sendAgain(long id, String email);

        void close();
    }

    private final PersonForm form;
    private final StaleEditBanner<PersonDraft> banner;
    private final transient Actions actions;
    private transient @Nullable PersonDetails person;
    private final transient PersonDraft loaded;

    /** Somebody new. */
    PersonEditor(PersonForm form, Actions actions) {
        this(null, form, actions);
    }

    PersonEditor(@Nullable PersonDetails person, PersonForm form, Actions actions) {
        this.person = person;
        this.form = form;
        this.actions = actions;
        banner = new StaleEditBanner<>(form::typed, form::fill);
        addClassName("weft-people-panel");
        form.fill(person == null ? PersonDraft.empty() : person.draft());
        loaded = form.typed();
        var body = new Div(form);
        body.addClassName("weft-people-panel-body");
        add(head(person), banner);
        if (person != null && person.draft().email() != null) {
            actions.returned(person.draft().email()).ifPresent(address -> add(returned(person, address)));
        }
        add(body, foot(person));
    }

    private ReturnedMail returned(PersonDetails shown, UnreachableAddress address) {
        return new ReturnedMail(address, () -> {
            if (!unsaved()) {
                Errors.run(() -> actions.sendAgain(shown.id(), address.address()));
            }
        });
    }

    /** Whether something was typed that is not saved. */
    boolean dirty() {
        return !form.typed().equals(loaded);
    }

    void focusFirst() {
        form.focusFirst();
    }

    private Div head(@Nullable PersonDetails person) {
        var words = new Div(new H2(person == null ? getTranslation("people.form.new") : person.name()));
        words.addClassName("weft-people-panel-title");
        if (person != null && !person.active()) {
            var day = person.leftOn();
            words.add(new StatusBadge(
                    Tone.GREY,
                    day == null
                            ? getTranslation("people.left")
                            : getTranslation("people.leftOn", Formats.of(this).date(day))));
        } else if (person != null && person.draft().email() == null) {
            words.add(new StatusBadge(Tone.AMBER, getTranslation("people.unreachable")));
        }
        var close = new Button(VaadinIcon.CLOSE.create(), event -> actions.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(getTranslation("base.close"));
        var head = new Div(words, close);
        head.addClassName("weft-people-panel-head");
        return head;
    }

    private Div foot(@Nullable PersonDetails person) {
        var save = new Button(getTranslation(person == null ? "people.list.add" : "base.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(event -> {
            save();
            save.setEnabled(true);
        });
        save.addClickShortcut(Key.KEY_S, KeyModifier.CONTROL).listenOn(this);
        var foot = new Div(save);
        foot.addClassName("weft-people-panel-foot");
        if (person == null) {
            foot.add(new Button(getTranslation("base.cancel"), event -> actions.close()));
            return foot;
        }
        foot.add(
                person.active()
                        ? new Button(getTranslation("people.leave"), event -> askLeave(person))
                        : new Button(getTranslation("people.back"), event -> comeBack(person)));
        var page = new Anchor("person/" + person.id(), getTranslation("people.form.progress"));
        page.getElement().setAttribute("router-link", true);
        foot.add(page);
        return foot;
    }

    private void askLeave(PersonDetails shown) {
        if (unsaved()) {
            return;
        }
        new LeaveDialog(shown, day -> {
                    try {
                        actions.leave(shown.id(), version(), day);
                    } catch (StaleEditException e) {
                        tellStale();
                        throw e;
                    }
                })
                .open();
    }

    private void comeBack(PersonDetails shown) {
        if (unsaved()) {
            return;
        }
        Errors.run(() -> {
            try {
                actions.comeBack(shown.id(), version());
            } catch (StaleEditException e) {
                tellStale();
            }
        });
    }

    /** Both show the person anew, so what was typed would be gone. */
    private boolean unsaved() {
        if (dirty()) {
            Notifications.warn(getTranslation("people.form.saveFirst"));
        }
        return dirty();
    }

    private int version() {
        return person == null ? 0 : person.version();
    }

    private void save() {
        try {
            var draft = form.draft();
            if (person == null) {
                actions.add(draft);
            } else {
                actions.change(person.id(), version(), draft);
            }
        } catch (StaleEditException e) {
            tellStale();
        } catch (InvalidInputException e) {
            Forms.showError(e, form.fields());
        } catch (RuntimeException e) {
            Errors.show(e);
        }
    }

    private void tellStale() {
        if (person != null) {
            var latest = actions.latest(person.id());
            person = latest;
            banner.show(latest.name(), latest.draft());
        }
    }
}
