package org.weft.shell;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.weft.access.Role;

/** Services ask for a role of whoever calls. Where nobody is signed in, the portal lends itself one. */
public final class AsPortal {

    private AsPortal() {}

    /** Does the work in the portal's own name, with a role. */
    public static void run(Role role, Runnable work) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                "portal", null, AuthorityUtils.createAuthorityList("ROLE_" + role)));
        SecurityContextHolder.setContext(context);
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
