package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.SelectionBar;

/** What features contribute for people who are marked, or shown. */
final class ProgressActions {

    private ProgressActions() {}

    /** The actions there are for an account. */
    static List<ProgressAction> offered(ObjectProvider<ProgressAction> actions, CurrentUser currentUser) {
        return actions.orderedStream()
                .filter(action -> currentUser.has(action.roles().toArray(Role[]::new)))
                .toList();
    }

    /** The same as ways of a bar. */
    static List<SelectionBar.Way> ways(List<ProgressAction> actions, Component owner, Consumer<ProgressAction> chosen) {
        return actions.stream()
                .map(action -> new SelectionBar.Way(
                        action.icon(),
                        marked -> owner.getTranslation(action.labelKey(), marked),
                        action::enabled,
                        () -> chosen.accept(action)))
                .toList();
    }
}
