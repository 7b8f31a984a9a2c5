package org.weft.programs;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.weft.access.AccountDetails;
import org.weft.access.CurrentUser;

/** The date where the reader is: in the account's zone, else in the portal's. */
@Component
class Today {

    private final Clock clock;
    private final CurrentUser currentUser;
    private final ZoneId portalZone;

    Today(Clock clock, CurrentUser currentUser, @Value("${weft.time-zone}") ZoneId portalZone) {
        this.clock = clock;
        this.currentUser = currentUser;
        this.portalZone = portalZone;
    }

    LocalDate get() {
        return LocalDate.ofInstant(
                clock.instant(), currentUser.find().map(AccountDetails::zone).orElse(portalZone));
    }
}
