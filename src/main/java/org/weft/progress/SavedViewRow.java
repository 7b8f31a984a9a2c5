package org.weft.progress;

import org.jspecify.annotations.Nullable;
import org.weft.access.Role;

/**
 * A saved view in the eyes of who reads it.
 *
 * @param own whether the reader may change it
 * @param owner the name of who saved it
 * @param query the query of an address; whom it shows is a matter of the reader's scope
 * @param sharedWith null for the owner alone
 * @param standard whether those it is shared with see it first
 * @param first whether the reader sees it first
 * @param version the one {@link SavedViewService#save} wants back
 */
public record SavedViewRow(
        long id,
        String name,
        ProgressForm form,
        String query,
        boolean own,
        String owner,
        @Nullable Role sharedWith,
        boolean standard,
        boolean first,
        int version) {

    /** What an edit starts from. */
    public SavedViewDraft draft() {
        return new SavedViewDraft(name, form, query, sharedWith, standard);
    }
}
