package org.weft.shell;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.weft.access.AccountDetails;
import org.weft.base.Translations;

/** Which language this browser chose. A cookie, so that the sign-in page speaks it too. */
final class LanguageChoice {

    private static final String COOKIE = "weft-language";
    private static final List<Locale> OFFERED = List.of(Locale.ENGLISH, Locale.GERMAN);

    private LanguageChoice() {}

    static List<Locale> offered() {
        return OFFERED;
    }

    /** What the browser chose, else the account's language, else what the browser asks for. */
    static Locale of(VaadinRequest request, Optional<AccountDetails> account) {
        return chosen(request)
                .or(() -> account.map(AccountDetails::language))
                .orElseGet(() -> Translations.nearest(
                        request.getLocale() == null ? null : request.getLocale().toLanguageTag()));
    }

    private static Optional<Locale> chosen(VaadinRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(cookie -> Translations.nearest(cookie.getValue()))
                        .findFirst();
    }

    /** Remembers it with the current response. */
    static void remember(Locale language) {
        var request = VaadinService.getCurrentRequest();
        var response = VaadinService.getCurrentResponse();
        var path = request.getContextPath();
        var cookie = new Cookie(COOKIE, language.getLanguage());
        cookie.setPath(path.isEmpty() ? "/" : path);
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
