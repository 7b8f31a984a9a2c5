package org.weft.people.ui;

import java.util.List;
import org.springframework.stereotype.Component;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.GlobalSearch;
import org.weft.base.ui.SearchHit;
import org.weft.people.PersonFilter;
import org.weft.people.PersonService;

/** Finds people for the search in the head of the portal, and leads to their page. Only who may open that page finds any. */
@Component
class PersonSearch implements GlobalSearch {

    private final PersonService people;
    private final CurrentUser user;

    PersonSearch(PersonService people, CurrentUser user) {
        this.people = people;
        this.user = user;
    }

    @Override
    public List<SearchHit> find(String text, int limit) {
        if (!user.has(Role.HR, Role.MANAGER)) {
            return List.of();
        }
        return people.options(user.scope(), PersonFilter.active().text(text), 0, limit).stream()
                .map(person -> new SearchHit(person.name(), person.subLine(), "person/" + person.id()))
                .toList();
    }
}
