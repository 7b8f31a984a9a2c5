package org.weft.reports.ui;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.weft.mail.ui.OneClick;
import org.weft.reports.subscriptions.UnsubscribeService;

/**
 * What mail programs call when their reader wants a report no more: one POST, without a session (RFC 8058). Who follows the
 * address with a browser is led to the page that asks first; nothing changes by that, as programs look links up too.
 */
@RestController
class UnsubscribeEndpoint {

    static final String PATH = "/unsubscribe/report/{token}";

    private final UnsubscribeService unsubscribe;

    UnsubscribeEndpoint(UnsubscribeService unsubscribe) {
        this.unsubscribe = unsubscribe;
    }

    @PostMapping(PATH)
    ResponseEntity<Void> end(
            @PathVariable String token, @RequestParam(name = OneClick.ASKED, defaultValue = "") String asked) {
        return OneClick.end(asked, token, unsubscribe::end);
    }

    @GetMapping(PATH)
    ResponseEntity<Void> ask(@PathVariable String token) {
        return OneClick.ask(ReportsNavigation.SUBSCRIPTION, token);
    }
}
