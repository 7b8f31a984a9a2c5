package org.weft.objectives;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.weft.access.CurrentUser;
import org.weft.access.Role;

/**
 * Who may do what with an assignment of somebody they may see. Holders report and submit; leads and HR review and may
 * report for the holder. Nobody reviews the own work, HR apart, as somebody at the top has to.
 */
@Component
class AssignmentPolicy {

    private final CurrentUser currentUser;

    AssignmentPolicy(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    /**
     * @param hasAccount whether the holder can sign in; for one who cannot, the lead submits
     */
    Set<AssignmentAction> allowed(AssignmentStatus status, long holderId, boolean hasAccount) {
        var holder = currentUser.personId().filter(id -> id == holderId).isPresent();
        var reviewer = currentUser.has(Role.HR) || currentUser.has(Role.MANAGER) && !holder;
        var allowed = EnumSet.noneOf(AssignmentAction.class);
        if (!status.isOpen()) {
            return allowed;
        }
        if ((holder || reviewer) && status != AssignmentStatus.SUBMITTED) {
            allowed.add(AssignmentAction.CHECK_IN);
        }
        if ((holder || reviewer && !hasAccount)
                && (status == AssignmentStatus.IN_PROGRESS || status == AssignmentStatus.RETURNED)) {
            allowed.add(AssignmentAction.SUBMIT);
        }
        if (reviewer) {
            if (status == AssignmentStatus.SUBMITTED) {
                allowed.add(AssignmentAction.COMPLETE);
                allowed.add(AssignmentAction.RETURN);
            }
            allowed.add(AssignmentAction.CHANGE);
            allowed.add(AssignmentAction.WAIVE);
            allowed.add(AssignmentAction.CANCEL);
        }
        return allowed;
    }

    /** Whose assignments the account may see and not decide about: the own person's, HR apart. */
    Optional<Long> ownPlan() {
        return currentUser.has(Role.HR) ? Optional.empty() : currentUser.personId();
    }

    /** Whether the account may do it at some status, however the assignment stands now. */
    boolean mayEver(AssignmentAction action, long holderId, boolean hasAccount) {
        return Set.of(AssignmentStatus.NOT_STARTED, AssignmentStatus.IN_PROGRESS, AssignmentStatus.SUBMITTED).stream()
                .anyMatch(status -> allowed(status, holderId, hasAccount).contains(action));
    }
}
