package org.weft.reminders.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.weft.base.Text;

/**
 * A policy as it stands.
 *
 * @param starter the shipped one it is, null for one of the house's own
 * @param activeSince when it was switched on, null while it is off
 */
public record PolicyRow(
        long id,
        @Nullable String starter,
        PolicyDraft terms,
        @Nullable Instant activeSince,
        int version) {

    public boolean active() {
        return activeSince != null;
    }

    /** The name it was given, else the one it ships with. */
    public Text title() {
        return title(starter, terms.name());
    }

    static Text title(@Nullable String starter, @Nullable String name) {
        return name == null ? Text.of("reminders.policy.starter." + starter) : Text.of("reminders.policy.named", name);
    }
}
