package org.weft.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in whoever brings a token (RFC 6750), to read. A request without one goes on as nobody's. */
class AccessTokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final AccessTokens tokens;
    private final SignInThrottle throttle;

    AccessTokenFilter(AccessTokens tokens, SignInThrottle throttle) {
        this.tokens = tokens;
        this.throttle = throttle;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, HttpMethod.GET.name());
            ApiProblem.write(response, HttpStatus.METHOD_NOT_ALLOWED, "There is nothing here but reading.");
            return;
        }
        var token = token(request);
        if (token.isPresent()) {
            var owner = tokens.use(token.get());
            if (owner.isEmpty()) {
                refuse(request, response);
                return;
            }
            signIn(owner.get());
        }
        chain.doFilter(request, response);
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    private static void signIn(AccountDetails owner) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(owner, null, owner.getAuthorities()));
        SecurityContextHolder.setContext(context);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var wait = throttle.wrongToken(request.getRemoteAddr());
        if (wait.isPresent()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(wait.get().plusSeconds(1).toSeconds()));
            ApiProblem.write(
                    response, HttpStatus.TOO_MANY_REQUESTS, "Too many requests with tokens that do not work. Wait.");
        } else {
            ApiProblem.unauthorized(
                    response, ", error=\"invalid_token\"", "The token is unknown, has expired or was revoked.");
        }
    }
}
