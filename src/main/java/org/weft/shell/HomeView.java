package org.weft.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.weft.access.AccountDetails;
import org.weft.access.CurrentUser;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Formats;
import org.weft.base.ui.HomeCard;
import org.weft.base.ui.Links;
import org.weft.base.ui.Tile;
import org.weft.base.ui.ViewHeader;

/** What is next for whoever signs in. Features contribute the cards. */
@Route("")
@PermitAll
@Menu(order = 1, icon = "vaadin:home-o", title = "shell.home.title")
class HomeView extends Div implements HasDynamicTitle {

    HomeView(CurrentUser user, ObjectProvider<HomeCard> cards, Clock clock) {
        addClassName("weft-home");
        var account = user.get();
        var now = clock.instant().atZone(account.zone());
        add(new ViewHeader(greeting(now.getHour(), account.displayName()))
                .context(Formats.of(this).longDate(now.toLocalDate())));

        var grid = new Div();
        grid.addClassName("weft-tiles");
        cards.orderedStream()
                .filter(card -> mayShow(card, account))
                .flatMap(card -> create(card).stream())
                .forEach(grid::add);
        add(grid.getComponentCount() > 0 ? grid : nothingYet());
    }

    private static boolean mayShow(HomeCard card, AccountDetails account) {
        return account.roles().stream().anyMatch(role -> card.roles().contains(role.name()));
    }

    /** A card that fails says so; the others still stand. */
    private Optional<Component> create(HomeCard card) {
        try {
            return card.create();
        } catch (RuntimeException e) {
            return Optional.of(new Tile(VaadinIcon.WARNING, getTranslation("shell.home.failed")).text(Errors.words(e)));
        }
    }

    private String greeting(int hour, String name) {
        if (hour < 12) {
            return getTranslation("shell.home.morning", name);
        }
        return getTranslation(hour < 18 ? "shell.home.afternoon" : "shell.home.evening", name);
    }

    private EmptyState nothingYet() {
        var ways = MenuConfiguration.getMenuEntries().stream()
                .filter(entry -> entry.menuClass() != HomeView.class)
                .map(this::way)
                .toArray(Component[]::new);
        return new EmptyState(
                VaadinIcon.CHECK_CIRCLE_O,
                getTranslation("shell.home.empty.title"),
                getTranslation("shell.home.empty.text"),
                ways);
    }

    private Button way(MenuEntry entry) {
        var path = entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
        return new Button(getTranslation(entry.title()), NavigationGroup.icon(entry), event -> Links.go(path));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.home.title");
    }
}
