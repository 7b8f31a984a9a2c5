package org.weft.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * Who gets in where programs read: whoever brings a token. There is no session, so a browser's is no key here, and
 * nothing is remembered that could be one elsewhere.
 *
 * @see <a href="../../../../../../docs/decisions/026-programs-read-with-a-token.md">decision 026</a>
 */
@Configuration
@ConditionalOnWebApplication
class ApiSecurity {

    /** What can be read, described; it holds nothing of anybody's. */
    private static final String DESCRIPTION = "/api/openapi.json";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    SecurityFilterChain api(HttpSecurity http, AccessTokens tokens, SignInThrottle throttle) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(DESCRIPTION)
                        .permitAll()
                        .anyRequest()
                        .hasAnyRole(AccessTokenService.OWNERS.stream()
                                .map(Role::name)
                                .toArray(String[]::new)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(refused -> refused.authenticationEntryPoint((request, response, failure) ->
                                ApiProblem.unauthorized(response, "", "Send a token: Authorization: Bearer weft_…"))
                        .accessDeniedHandler((request, response, failure) -> ApiProblem.write(
                                response, HttpStatus.FORBIDDEN, "The owner of the token may not see this.")))
                .addFilterBefore(new AccessTokenFilter(tokens, throttle), AnonymousAuthenticationFilter.class)
                .build();
    }
}
