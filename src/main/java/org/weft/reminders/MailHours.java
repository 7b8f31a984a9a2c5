package org.weft.reminders;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a reminder may reach somebody: on working days, within the allowed hours, where they are. It is the same for what
 * policies and what people send.
 *
 * @see <a href="../../../../../../docs/decisions/023-reminders-by-hand-keep-to-hours.md">023</a>
 */
public interface MailHours {

    /** The person's zone; the portal's where there is none, or one nobody can read. */
    ZoneId zone(@Nullable String name);

    /** The hours about that moment, by the holidays entered by now: asked once for many people. */
    Places about(Instant moment);

    /** The hours of each place. */
    interface Places {

        /** The moment itself if mail may go out then, else the first after it that is one for mail in that zone and location. */
        Instant next(Instant moment, ZoneId zone, @Nullable String location);
    }
}
