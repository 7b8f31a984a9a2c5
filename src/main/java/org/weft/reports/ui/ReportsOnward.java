package org.weft.reports.ui;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.weft.access.Role;
import org.weft.progress.ProgressView;
import org.weft.progress.ui.ProgressOnward;

/** From the progress list to reports about those it shows, with the columns it shows. */
@Component
class ReportsOnward implements ProgressOnward {

    @Override
    public String labelKey() {
        return "reports.filter.onward";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.HR, Role.MANAGER);
    }

    @Override
    public String href(long cycleId, ProgressView view) {
        return ReportsNavigation.reports(cycleId, view);
    }
}
