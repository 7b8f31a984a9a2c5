package org.weft.audit;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the trail a list shows. All conditions that are given must hold.
 *
 * @param actor part of the actor's name, any case; blank for all
 * @param action only this action
 * @param personId only what concerns this person
 * @param from only from the start of this day
 * @param to only to the end of this day
 * @param zone where the days begin and end
 */
public record AuditFilter(
        String actor,
        @Nullable String action,
        @Nullable Long personId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        ZoneId zone) {

    /** Everything. */
    public static AuditFilter everything(ZoneId zone) {
        return new AuditFilter("", null, null, null, null, zone);
    }

    public AuditFilter withActor(String name) {
        return new AuditFilter(name, action, personId, from, to, zone);
    }

    public AuditFilter withAction(@Nullable String only) {
        return new AuditFilter(actor, only, personId, from, to, zone);
    }

    public AuditFilter withPerson(@Nullable Long only) {
        return new AuditFilter(actor, action, only, from, to, zone);
    }

    public AuditFilter withDays(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new AuditFilter(actor, action, personId, first, last, zone);
    }
}
