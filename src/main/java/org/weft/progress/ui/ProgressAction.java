package org.weft.progress.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Set;
import org.weft.access.Role;

/**
 * Something that can be done to the participants marked in the progress grid or shown on a person page. Features to the
 * right contribute one as a Spring bean; the order of the buttons is that of {@code @Order}.
 */
public interface ProgressAction {

    /**
     * The key of the button's words. They get one argument, how many participants are marked: "Remind {0,choice,1#one
     * person|1<{0} people}".
     */
    String labelKey();

    VaadinIcon icon();

    /** Who is offered the action: an account that holds any of these. The action's own service still decides. */
    Set<Role> roles();

    /** False hides the action for now. Asked each time something is marked. */
    default boolean enabled() {
        return true;
    }

    /**
     * Starts the action, as a rule with a dialog. Runs in the UI, with the session locked.
     *
     * @param participantIds those marked, in the order of the grid, as they match at this moment and within the scope of
     *     the signed-in account; never empty, and there may be a million: what takes long runs in a
     *     {@link org.weft.base.ui.LongTask}
     * @param done to be called after something was changed: the grid reads its rows anew
     */
    void open(List<Long> participantIds, Runnable done);
}
