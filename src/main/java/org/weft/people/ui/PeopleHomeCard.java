package org.weft.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.Formats;
import org.weft.base.ui.HomeCard;
import org.weft.base.ui.Tile;
import org.weft.people.AddressService;
import org.weft.people.PersonFilter;
import org.weft.people.PersonService;

/** How many people there are, and how many of them mail cannot reach; in an empty directory, the way to fill it. */
@org.springframework.stereotype.Component
@Order(300)
class PeopleHomeCard implements HomeCard {

    private final PersonService people;
    private final AddressService addresses;
    private final CurrentUser currentUser;

    PeopleHomeCard(PersonService people, AddressService addresses, CurrentUser currentUser) {
        this.people = people;
        this.addresses = addresses;
        this.currentUser = currentUser;
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.Names.HR);
    }

    @Override
    public Optional<Component> create() {
        var ui = UI.getCurrentOrThrow();
        var active = people.count(currentUser.scope(), PersonFilter.active());
        var tile = new Tile(VaadinIcon.USERS, ui.getTranslation("people.list.title"));
        if (active == 0) {
            return Optional.of(tile.text(ui.getTranslation("people.list.empty.text"))
                    .link(PeopleNavigation.importPeople(), ui.getTranslation("people.import.title")));
        }
        tile.figure(Formats.of(ui).number(active), ui.getTranslation("people.home.active", active));
        var without = addresses.without();
        if (without > 0) {
            tile.text(ui.getTranslation("people.address.gap", without));
        }
        return Optional.of(tile.link(PeopleNavigation.people(), ui.getTranslation("people.import.next.people.open"))
                .link(PeopleNavigation.importPeople(), ui.getTranslation("people.import.title")));
    }
}
