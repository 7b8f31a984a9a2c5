package org.weft.progress.ui;

import java.util.Set;
import org.weft.access.Role;
import org.weft.progress.ProgressView;

/**
 * A way from the progress list or matrix to a page of another feature, which is about the same people. Features to the
 * right contribute one as a Spring bean.
 */
public interface ProgressOnward {

    /** The key of its words. */
    String labelKey();

    /** Who is offered it: an account that holds any of these. */
    Set<Role> roles();

    /**
     * Where it leads, inside the portal.
     *
     * @param view the filter that is set and, of the list, the columns that are shown
     */
    String href(long cycleId, ProgressView view);
}
