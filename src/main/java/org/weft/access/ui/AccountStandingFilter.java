package org.weft.access.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import org.weft.access.AccountDetails;
import org.weft.access.AccountStanding;

/**
 * Ends a session whose account may no longer do what it could when it signed in. The session is ended rather than its
 * roles replaced, because open views hold what they were made with. The request goes on as nobody's: a page leads to
 * sign-in, and an open view says that its session has ended.
 */
class AccountStandingFilter extends OncePerRequestFilter {

    private final AccountStanding standing;
    private final SecurityContextLogoutHandler signOut = new SecurityContextLogoutHandler();

    AccountStandingFilter(AccountStanding standing) {
        this.standing = standing;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof AccountDetails account
                && !standing.unchanged(account)) {
            signOut.logout(request, response, authentication);
        }
        chain.doFilter(request, response);
    }
}
