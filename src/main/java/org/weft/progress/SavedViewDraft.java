package org.weft.progress;

import org.jspecify.annotations.Nullable;
import org.weft.access.Role;

/**
 * A view to be saved.
 *
 * @param name one line of at most {@value #NAME_LENGTH} characters, the owner's only one of that name and form
 * @param query at most {@value #QUERY_LENGTH} characters
 * @param sharedWith null for the owner alone; only HR shares, with HR or managers
 * @param standard whether those it is shared with see it first, instead of what they see first now
 */
public record SavedViewDraft(
        String name,
        ProgressForm form,
        String query,
        @Nullable Role sharedWith,
        boolean standard) {

    public static final int NAME_LENGTH = 100;
    public static final int QUERY_LENGTH = 2000;

    public SavedViewDraft query(String other) {
        return new SavedViewDraft(name, form, other, sharedWith, standard);
    }
}
