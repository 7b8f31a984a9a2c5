package org.weft.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Service;

@Service
class AccountUserDetailsService implements UserDetailsService {

    private final AccountRepository accounts;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SignInThrottle throttle;

    AccountUserDetailsService(AccountRepository accounts, JdbcClient jdbc, Clock clock, SignInThrottle throttle) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.throttle = throttle;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        return accounts.findByUsername(username.strip().toLowerCase(Locale.ROOT))
                .map(Account::details)
                .filter(account -> account.passwordHash() != null)
                .orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }

    /** Past the version, so that an administrator who edits the account meanwhile is not disturbed. */
    @EventListener
    void signedIn(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof AccountDetails account) {
            jdbc.sql("update account set last_sign_in_at = :now where id = :id")
                    .param("now", Timestamp.from(clock.instant()))
                    .param("id", account.id())
                    .update();
            if (event.getAuthentication().getDetails() instanceof WebAuthenticationDetails web) {
                throttle.signedIn(account.username(), web.getRemoteAddress());
            }
        }
    }
}
