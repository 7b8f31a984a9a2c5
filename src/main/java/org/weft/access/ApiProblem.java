package org.weft.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Why a program gets nothing, in the form of RFC 9457. */
final class ApiProblem {

    private ApiProblem() {}

    /** @param detail without quotes or anything from outside */
    static void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var body = """
                {"title":"%s","status":%d,"detail":"%s"}""".formatted(status.getReasonPhrase(), status.value(), detail);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    /** @param error what else stands in the challenge, as RFC 6750 says it */
    static void unauthorized(HttpServletResponse response, String error, String detail) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Weft\"" + error);
        write(response, HttpStatus.UNAUTHORIZED, detail);
    }
}
