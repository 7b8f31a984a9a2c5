package org.weft.base.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import java.util.Set;

/**
 * What a feature has to say on the home page: what is next for the signed-in account. A Spring bean each; their order is
 * that of {@code @Order}.
 */
public interface HomeCard {

    /** Who sees it: accounts with any of these roles, by the names in {@code Role.Names}. */
    Set<String> roles();

    /** The card, as a rule a {@link Tile}; empty when there is nothing to say. Called once per visit, in the UI. */
    Optional<Component> create();
}
