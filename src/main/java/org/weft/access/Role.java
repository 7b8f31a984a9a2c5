package org.weft.access;

/** What an account may do. One account may hold several. The constants are the names Spring Security knows them by. */
public enum Role {
    ADMIN,
    HR,
    MANAGER,
    EXECUTIVE,
    MEMBER;

    /** For {@code @RolesAllowed}, which wants constants. */
    public static final class Names {
        public static final String ADMIN = "ADMIN";
        public static final String HR = "HR";
        public static final String MANAGER = "MANAGER";
        public static final String EXECUTIVE = "EXECUTIVE";
        public static final String MEMBER = "MEMBER";

        private Names() {}
    }
}
