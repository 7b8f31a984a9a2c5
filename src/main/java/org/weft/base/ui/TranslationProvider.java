package org.weft.base.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.weft.base.Translations;

/** Lets Vaadin's {@code getTranslation} answer from {@link Translations}. */
@Component
class TranslationProvider implements I18NProvider {

    private final transient Translations translations;

    TranslationProvider(Translations translations) {
        this.translations = translations;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return translations.languages();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        return translations.translate(key, locale, params);
    }
}
