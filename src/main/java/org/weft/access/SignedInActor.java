package org.weft.access;

import org.springframework.stereotype.Component;
import org.weft.audit.Actor;
import org.weft.audit.CurrentActor;

@Component
class SignedInActor implements CurrentActor {

    private final CurrentUser currentUser;

    SignedInActor(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @Override
    public Actor get() {
        return currentUser
                .find()
                .map(account -> new Actor(account.id(), account.displayName()))
                .orElse(Actor.PORTAL);
    }
}
