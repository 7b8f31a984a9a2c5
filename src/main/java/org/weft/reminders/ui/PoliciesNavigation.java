package org.weft.reminders.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Location;
import java.time.LocalDate;
import org.weft.base.ui.QueryState;

/** The addresses of the pages about policies. */
final class PoliciesNavigation {

    static final String POLICIES = "policies";
    static final String FORECAST = "policies/forecast";
    static final String HOLIDAYS = "policies/holidays";
    static final String COACHING = "coaching";
    static final String SILENCE = "silence";
    static final String POLICY = "policy";
    static final String DAY = "day";

    private PoliciesNavigation() {}

    /** What stands above the title of a page that belongs to the policies. */
    static Anchor backToPolicies() {
        var back = new Anchor(POLICIES, UI.getCurrentOrThrow().getTranslation("reminders.policies.title"));
        back.getElement().setAttribute("router-link", true);
        return back;
    }

    /** What a policy comes to on a day. */
    static QueryState forecast(long policyId, LocalDate day) {
        return QueryState.of(new Location(FORECAST)).with(POLICY, policyId).with(DAY, day);
    }

    /** What a policy comes to on the next working day. */
    static QueryState forecast(long policyId) {
        return QueryState.of(new Location(FORECAST)).with(POLICY, policyId);
    }
}
