package org.weft.reminders.ui.words;

import com.vaadin.flow.router.Location;
import java.util.Locale;
import org.weft.base.ui.QueryState;

/** The addresses of the pages about the words of mail. */
final class WordsNavigation {

    static final String LIST = "mail/templates";
    static final String MAIL = "mail";
    static final String LANGUAGE = "language";
    static final String PERSON = "person";

    private WordsNavigation() {}

    /** The words of one mail in a language. */
    static QueryState mail(String name, Locale language) {
        return QueryState.of(new Location(LIST + "/" + name)).with(LANGUAGE, language.getLanguage());
    }
}
