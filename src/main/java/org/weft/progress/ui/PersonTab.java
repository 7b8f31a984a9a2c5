package org.weft.progress.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Set;
import org.weft.access.Role;

/**
 * Something else there is to tell about a person, behind a tab of its own. Features to the right contribute one as a Spring
 * bean; the order of the tabs is that of {@code @Order}.
 */
public interface PersonTab {

    String labelKey();

    /** Who is shown the tab: an account that holds any of these. The service behind it still decides. */
    Set<Role> roles();

    /** What is behind it, once for each page or panel: it stays while people change. */
    Content open();

    /** What is behind a tab. */
    abstract class Content extends Div {

        /** Tells about somebody, who is within the scope of the signed-in account. */
        public abstract void show(long personId);
    }
}
