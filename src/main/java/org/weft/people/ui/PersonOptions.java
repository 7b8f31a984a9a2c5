package org.weft.people.ui;

import com.vaadin.flow.data.provider.BackEndDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.Renderer;
import org.weft.access.Scope;
import org.weft.base.ui.Cells;
import org.weft.people.PersonFilter;
import org.weft.people.PersonOption;
import org.weft.people.PersonService;

/** What the fields that choose people have in common. */
final class PersonOptions {

    private PersonOptions() {}

    static BackEndDataProvider<PersonOption, String> provider(PersonService people, Scope scope) {
        return DataProvider.fromFilteringCallbacks(
                query -> people
                        .options(
                                scope,
                                PersonFilter.active().text(query.getFilter().orElse("")),
                                query.getOffset(),
                                query.getLimit())
                        .stream(),
                query -> people.countOptions(
                        scope, PersonFilter.active().text(query.getFilter().orElse(""))));
    }

    static Renderer<PersonOption> renderer() {
        return Cells.person(PersonOption::name, PersonOption::subLine);
    }
}
