package org.weft.reminders.ui;

import com.vaadin.flow.router.Location;
import java.time.LocalDate;
import org.weft.base.ui.QueryState;

/** The addresses of the pages about policies. */
final class PoliciesNavigation {

    static final String POLICIES = "policies";
    static final String FORECAST = "policies/forecast";
    static final String HOLIDAYS = "policies/holidays";
    static final String POLICY = "policy";
    static final String DAY = "day";

    private PoliciesNavigation() {}

    /** What a policy comes to on a day. */
    static QueryState forecast(long policyId, LocalDate day) {
        return QueryState.of(new Location(FORECAST)).with(POLICY, policyId).with(DAY, day);
    }

    /** What a policy comes to on the next working day. */
    static QueryState forecast(long policyId) {
        return QueryState.of(new Location(FORECAST)).with(POLICY, policyId);
    }
}
