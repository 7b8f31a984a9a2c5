package org.weft.mail.ui;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Lets mail programs in to an address that takes one POST (RFC 8058): they have no session, so there is none to abuse and no token to ask for. */
public final class OneClickSecurity {

    private OneClickSecurity() {}

    /** @param path a pattern of that address, and of nothing else */
    public static SecurityFilterChain chain(HttpSecurity http, String path) throws Exception {
        return http.securityMatcher(path)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }
}
