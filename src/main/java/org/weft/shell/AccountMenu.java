package org.weft.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.weft.access.AccessTokenService;
import org.weft.access.AccountDetails;
import org.weft.access.ui.AccessNavigation;
import org.weft.base.ui.Links;
import org.weft.base.ui.PersonLabel;

/** Who is signed in, how the portal looks and speaks in this browser, and the way out. */
class AccountMenu extends MenuBar {

    /** How the browser stores the choice is up to {@code shell.js}. */
    private enum Scheme {
        SYSTEM,
        LIGHT,
        DARK
    }

    private final Map<Scheme, MenuItem> schemes = new EnumMap<>(Scheme.class);

    AccountMenu(AccountDetails account, AuthenticationContext authentication) {
        addClassName("weft-account");
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        var i18n = new MenuBarI18n();
        i18n.setMoreOptions(getTranslation("base.more"));
        setI18n(i18n);

        var roles = account.roles().stream()
                .sorted()
                .map(role -> getTranslation("role." + role.name()))
                .collect(Collectors.joining(", "));
        var root = addItem(new PersonLabel(account.displayName(), roles));
        root.setAriaLabel(getTranslation("shell.account", account.displayName(), roles));

        var menu = root.getSubMenu();
        var who = menu.addItem(who(account, roles));
        who.setEnabled(false);
        who.addClassNames("weft-account-who");
        var language = menu.addItem(getTranslation("shell.language")).getSubMenu();
        for (var offered : LanguageChoice.offered()) {
            // Each language in its own words, for who cannot read the present one.
            var item = language.addItem(offered.getDisplayLanguage(offered), event -> speak(offered));
            item.setCheckable(true);
            item.setChecked(getLocale().getLanguage().equals(offered.getLanguage()));
        }
        var appearance = menu.addItem(getTranslation("shell.scheme")).getSubMenu();
        for (var scheme : Scheme.values()) {
            var item = appearance.addItem(getTranslation("shell.scheme." + scheme.name()), event -> choose(scheme));
            item.setCheckable(true);
            schemes.put(scheme, item);
        }
        if (!Collections.disjoint(account.roles(), AccessTokenService.OWNERS)) {
            menu.addItem(getTranslation("access.tokens.title"), event -> Links.go(AccessNavigation.tokens()));
        }
        menu.addItem(getTranslation("shell.shortcuts"), event -> new ShortcutsDialog().open());
        menu.addSeparator();
        menu.addItem(getTranslation("shell.signOut"), event -> authentication.logout());
    }

    private static Div who(AccountDetails account, String roles) {
        var name = new Span(account.displayName());
        name.addClassName("weft-account-name");
        var role = new Span(roles);
        role.addClassName("weft-sub");
        var words = new Div(name, role);
        words.addClassName("weft-two-lines");
        return words;
    }

    private void speak(Locale language) {
        LanguageChoice.remember(language);
        getUI().ifPresent(ui -> ui.getPage().reload());
    }

    private void choose(Scheme scheme) {
        getElement().executeJs("window.weft.scheme($0)", scheme.name().toLowerCase(Locale.ROOT));
        mark(scheme);
    }

    private void mark(Scheme chosen) {
        schemes.forEach((scheme, item) -> item.setChecked(scheme == chosen));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        mark(Scheme.SYSTEM);
        getElement().executeJs("return window.weft.scheme()").then(String.class, stored -> {
            for (var scheme : Scheme.values()) {
                if (scheme.name().equalsIgnoreCase(stored)) {
                    mark(scheme);
                }
            }
        });
    }
}
