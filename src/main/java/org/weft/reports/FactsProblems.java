package org.weft.reports;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.weft.base.NotFoundException;
import org.weft.base.ui.Errors;

/** Says to programs why they get nothing (RFC 9457). */
@RestControllerAdvice(assignableTypes = FactsEndpoint.class)
class FactsProblems extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(NotFoundException problem) {
        return problem(HttpStatus.NOT_FOUND, "There is no such thing, or the owner of the token may not see it.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException problem) {
        return problem(HttpStatus.FORBIDDEN, "The owner of the token may not see this.");
    }

    /** A file that breaks off must not look whole: then the connection ends before its end. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(RuntimeException failure, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw failure;
        }
        response.reset();
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong. The log has more under " + Errors.log(failure) + ".");
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
