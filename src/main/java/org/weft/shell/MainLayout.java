package org.weft.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.GlobalSearch;

/**
 * The frame of every page: the product's mark, where one may go, the search for people and the account. Open to
 * everybody, since the page for what is not found stands in it too; what it shows depends on who is signed in.
 */
@Layout
@AnonymousAllowed
@JsModule("context://components/mended.js")
@JsModule("context://components/shell.js")
class MainLayout extends AppLayout {

    private static final String CONTENT = "content";

    private final Main main = new Main();

    MainLayout(CurrentUser user, AuthenticationContext authentication, ObjectProvider<GlobalSearch> search) {
        addClassName("weft-frame");
        setPrimarySection(Section.DRAWER);
        var words = new AppLayoutI18n();
        words.setDrawer(getTranslation("shell.nav.drawer"));
        setI18n(words);

        main.setId(CONTENT);
        main.addClassName("weft-main");
        main.getElement().setAttribute("tabindex", "-1");
        setContent(main);

        var skip = new Anchor("#" + CONTENT, getTranslation("shell.skip"));
        skip.addClassName("weft-skip");
        skip.getElement().setAttribute("router-ignore", true);
        addToNavbar(skip);
        user.find().ifPresent(account -> {
            addToDrawer(brand(), navigation());
            var toggle = new DrawerToggle();
            toggle.setAriaLabel(getTranslation("shell.nav.toggle"));
            var room = new Div();
            room.addClassName("weft-navbar-room");
            if (user.has(Role.HR, Role.MANAGER)) {
                search.ifAvailable(people -> room.add(new PeopleSearch(people)));
            }
            var head = new Header(toggle, room, new AccountMenu(account, authentication));
            head.addClassName("weft-navbar");
            addToNavbar(head);
        });
        getElement().addEventListener("weft-shortcuts", event -> new ShortcutsDialog().open());
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement content) {
        main.removeAll();
        if (content != null) {
            main.getElement().appendChild(content.getElement());
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement oldContent) {
        main.removeAll();
    }

    private Anchor brand() {
        var mark = new Image("images/mark.svg", "");
        var name = new Span("Weft");
        var anchor = new Anchor("", mark, name);
        anchor.addClassName("weft-brand");
        anchor.setAriaLabel(getTranslation("shell.brand"));
        anchor.getElement().setAttribute("router-link", true);
        return anchor;
    }

    private Scroller navigation() {
        var scroller = new Scroller(Scroller.ScrollDirection.VERTICAL);
        var groups = new Div();
        NavigationGroup.create(this::getTranslation).forEach(groups::add);
        scroller.setContent(groups);
        scroller.addClassName("weft-navigation");
        return scroller;
    }
}
