package org.weft.reminders.ui.words;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import org.weft.access.Role;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Tile;
import org.weft.base.ui.ViewHeader;
import org.weft.mail.words.MailWordsRow;
import org.weft.mail.words.MailWordsService;
import org.weft.mail.words.WordedMail;

/** Every mail of the portal, in which languages its words differ from what ships, and the way to change them. */
@Route(WordsNavigation.LIST)
@Menu(order = 325, icon = "vaadin:envelope-open-o", title = "reminders.words.title")
@RolesAllowed({Role.Names.HR, Role.Names.ADMIN})
@StyleSheet("styles/reminders.css")
class MailTemplatesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient MailWordsService words;
    private final Div cards = new Div();

    MailTemplatesView(MailWordsService words) {
        this.words = words;
        addClassName("weft-view");
        cards.addClassName("weft-tiles");
        add(
                new ViewHeader(getTranslation("reminders.words.title"))
                        .context(getTranslation("reminders.words.context")),
                cards);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var lines = new LinkedHashMap<WordedMail, UnorderedList>();
        words.list()
                .forEach(row -> lines.computeIfAbsent(row.mail(), any -> list()).add(line(row)));
        cards.removeAll();
        lines.forEach((mail, list) -> cards.add(new Tile(VaadinIcon.ENVELOPE_O, getTranslation(mail.label()))
                .text(getTranslation(mail.occasion()))
                .content(list)));
    }

    private static UnorderedList list() {
        var list = new UnorderedList();
        list.addClassName("weft-words-languages");
        return list;
    }

    private ListItem line(MailWordsRow row) {
        var language = row.language().getDisplayLanguage(getLocale());
        var link = new Anchor(
                WordsNavigation.mail(row.mail().name(), row.language()).href(), language);
        link.getElement()
                .setAttribute("router-link", true)
                .setAttribute(
                        "aria-label",
                        getTranslation(
                                "reminders.words.edit",
                                getTranslation(row.mail().label()),
                                language));
        var changedAt = row.changedAt();
        var state = new Span(
                changedAt == null
                        ? getTranslation("reminders.words.shipped")
                        : getTranslation(
                                "reminders.words.changed",
                                row.changed(),
                                Formats.of(this).date(changedAt),
                                row.changedBy()));
        state.addClassName("weft-sub");
        return new ListItem(link, state);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reminders.words.title");
    }
}
