package org.weft.mail.ui;

import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/** What an address answers that takes one POST from a mail program (RFC 8058), and leads a browser to a page. */
public final class OneClick {

    /** The parameter a mail program says what it wants by. */
    public static final String ASKED = "List-Unsubscribe";

    private OneClick() {}

    /**
     * @param asked what the parameter says
     * @param end ends what the token is for; whether there was any
     */
    public static ResponseEntity<Void> end(String asked, String token, Predicate<String> end) {
        if (!asked.equals("One-Click")) {
            return ResponseEntity.badRequest().build();
        }
        return ResponseEntity.status(end.test(token) ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .build();
    }

    /** To the page that asks first: programs look links up too, and nothing changes by that. */
    public static ResponseEntity<Void> ask(String page, String token) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(UriComponentsBuilder.fromPath("/" + page + "/{token}")
                        .encode()
                        .buildAndExpand(token)
                        .toUri())
                .build();
    }
}
