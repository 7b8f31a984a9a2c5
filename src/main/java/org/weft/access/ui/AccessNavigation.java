package org.weft.access.ui;

/** Links to the views of this feature, as paths inside the portal. */
public final class AccessNavigation {

    static final String TOKENS = "access-tokens";

    private AccessNavigation() {}

    /** The own access tokens; for {@link org.weft.access.AccessTokenService#OWNERS}. */
    public static String tokens() {
        return TOKENS;
    }
}
