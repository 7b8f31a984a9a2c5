package org.weft.access.ui;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.rememberme.JdbcTokenRepositoryImpl;
import org.weft.access.AccountStanding;
import org.weft.access.SignInThrottle;

/** Who gets in. What they may then do is said at the services ({@code @PreAuthorize}) and repeated at the views. */
@Configuration
@EnableWebSecurity
@ConditionalOnWebApplication
class SecurityConfiguration {

    @Bean
    SecurityFilterChain portal(
            HttpSecurity http,
            DataSource dataSource,
            UserDetailsService users,
            SignInThrottle throttle,
            AccountStanding standing)
            throws Exception {
        var tokens = new JdbcTokenRepositoryImpl();
        tokens.setDataSource(dataSource);
        http.authorizeHttpRequests(
                requests -> requests.requestMatchers("/styles/**", "/components/**", "/images/**", "/favicon.ico")
                        .permitAll());
        http.rememberMe(remember -> remember.tokenRepository(tokens)
                .userDetailsService(users)
                .alwaysRemember(false)
                .tokenValiditySeconds((int) Duration.ofDays(14).toSeconds()));
        http.addFilterBefore(new SignInThrottleFilter(throttle), UsernamePasswordAuthenticationFilter.class);
        http.addFilterBefore(new AccountStandingFilter(standing), AnonymousAuthenticationFilter.class);
        return http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView(LoginView.class))
                .build();
    }
}
