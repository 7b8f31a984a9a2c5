package org.weft.reminders.ui;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.weft.reminders.policy.SilenceService;

/**
 * What mail programs call when their reader wants no more of a mail: one POST, without a session (RFC 8058). Who follows
 * the address with a browser is led to the page where to choose; nothing changes by that, as programs look links up too.
 */
@RestController
class SilenceEndpoint {

    static final String PATH = "/unsubscribe/{token}";

    private final SilenceService silence;

    SilenceEndpoint(SilenceService silence) {
        this.silence = silence;
    }

    @PostMapping(PATH)
    ResponseEntity<Void> stopAll(
            @PathVariable String token, @RequestParam(name = "List-Unsubscribe", defaultValue = "") String asked) {
        if (!asked.equals("One-Click")) {
            return ResponseEntity.badRequest().build();
        }
        return ResponseEntity.status(silence.stopAll(token) ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .build();
    }

    @GetMapping(PATH)
    ResponseEntity<Void> choose(@PathVariable String token) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(UriComponentsBuilder.fromPath("/" + PoliciesNavigation.SILENCE + "/{token}")
                        .encode()
                        .buildAndExpand(token)
                        .toUri())
                .build();
    }
}
