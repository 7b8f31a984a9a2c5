package org.weft.programs;

/** How a cohort comes by its members. */
public enum Audience {
    /** People picked by hand. */
    MANUAL,
    /** An {@link AudienceRule}, evaluated on demand; people may be picked by hand besides. */
    RULE
}
