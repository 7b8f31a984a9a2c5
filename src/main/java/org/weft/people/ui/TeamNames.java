package org.weft.people.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Teams an import would create. */
class TeamNames extends UnorderedList {

    TeamNames(List<String> paths) {
        addClassName("weft-people-team-names");
        paths.forEach(path -> add(new ListItem(path)));
    }
}
