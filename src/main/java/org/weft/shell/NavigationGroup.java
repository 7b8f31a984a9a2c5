package org.weft.shell;

import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A group of the side navigation. Views say where they stand by the order of their {@code @Menu}; its title is a
 * translation key. Vaadin leaves out what the account may not open.
 */
enum NavigationGroup {
    WORK(100),
    PROGRAM(200),
    INSIGHT(300),
    ADMINISTRATION(Integer.MAX_VALUE);

    private final int before;

    NavigationGroup(int before) {
        this.before = before;
    }

    static NavigationGroup of(@Nullable Double order) {
        for (var group : values()) {
            if (order != null && order < group.before) {
                return group;
            }
        }
        return ADMINISTRATION;
    }

    /** The groups that hold something for the signed-in account. */
    static List<SideNav> create(UnaryOperator<String> translate) {
        var entries = MenuConfiguration.getMenuEntries();
        var groups = new ArrayList<SideNav>();
        for (var group : values()) {
            var nav = new SideNav(translate.apply("shell.nav." + group.name()));
            entries.stream()
                    .filter(entry -> of(entry.order()) == group)
                    .map(entry -> item(entry, entries, translate))
                    .forEach(nav::addItem);
            if (!nav.getItems().isEmpty()) {
                groups.add(nav);
            }
        }
        return groups;
    }

    private static SideNavItem item(MenuEntry entry, List<MenuEntry> entries, UnaryOperator<String> translate) {
        var item = new SideNavItem(translate.apply(entry.title()), entry.path());
        var below = entry.path() + "/";
        var others = entries.stream().map(MenuEntry::path).collect(Collectors.toSet());
        if (others.stream().anyMatch(path -> path.startsWith(below))) {
            // A page below that has an entry of its own is marked there only; the other pages below are marked here.
            item.setPathAliases(RouteConfiguration.forSessionScope().getAvailableRoutes().stream()
                    .map(RouteBaseData::getTemplate)
                    .filter(path -> path.startsWith(below) && !others.contains(path))
                    .collect(Collectors.toSet()));
        } else {
            // Home is the beginning of every path.
            item.setMatchNested(entry.path().length() > 1);
        }
        item.setPrefixComponent(icon(entry));
        return item;
    }

    static Icon icon(MenuEntry entry) {
        return entry.icon() == null || entry.icon().isBlank()
                ? VaadinIcon.CIRCLE_THIN.create()
                : new Icon(entry.icon());
    }
}
