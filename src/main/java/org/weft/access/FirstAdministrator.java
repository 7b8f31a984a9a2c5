package org.weft.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An empty portal has no default password: its log names a link, good for a day and for one use. */
@Component
@ConditionalOnWebApplication
class FirstAdministrator {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final SignInLinks links;

    FirstAdministrator(SignInLinks links) {
        this.links = links;
    }

    @EventListener(ApplicationReadyEvent.class)
    void offerLink() {
        links.forFirstAdministrator()
                .ifPresent(link ->
                        log.warn("There is no account yet. Create the first administrator within 24 hours: {}", link));
    }
}
