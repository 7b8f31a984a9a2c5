package org.weft.programs;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who shall lead one participant among many.
 *
 * @param seen who led when somebody decided so
 * @param leadId null for the cohort's lead, else the manager
 */
public record LeadEdit(LeadStand seen, @Nullable Long leadId) {

    boolean fits(LeadStand now) {
        return Objects.equals(now.leadId(), seen.leadId()) && now.byHand() == seen.byHand();
    }
}
