package org.weft.reminders.ui;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.weft.mail.ui.OneClick;
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
            @PathVariable String token, @RequestParam(name = OneClick.ASKED, defaultValue = "") String asked) {
        return OneClick.end(asked, token, silence::stopAll);
    }

    @GetMapping(PATH)
    ResponseEntity<Void> choose(@PathVariable String token) {
        return OneClick.ask(PoliciesNavigation.SILENCE, token);
    }
}
