package org.weft.reports.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.progress.ProgressForm;
import org.weft.progress.ProgressView;
import org.weft.progress.SavedViewService;
import org.weft.reports.ReportKind;
import org.weft.reports.ReportService;

/** Of whom reports can be for the reader: everybody, those of a saved view, or those the page shows just now. */
class ViewChoices {

    private final ReportService reports;
    private final SavedViewService saved;
    private final CurrentUser currentUser;

    ViewChoices(ReportService reports, SavedViewService saved, CurrentUser currentUser) {
        this.reports = reports;
        this.saved = saved;
        this.currentUser = currentUser;
    }

    /**
     * Everybody first; and nothing else where a report cannot be of some people.
     *
     * @param shown what the page shows
     */
    List<ViewChoice> of(Component reader, ReportKind kind, ProgressView shown) {
        var choices = new ArrayList<ViewChoice>();
        choices.add(new ViewChoice(reader.getTranslation("reports.subscription.people.all"), ProgressView.ALL));
        if (offered(kind)) {
            saved.list(ProgressForm.LIST)
                    .forEach(row -> add(choices, row.name(), kind.of(ProgressView.of(row.query()))));
            add(choices, reader.getTranslation("reports.subscription.people.page"), kind.of(shown));
        }
        return choices;
    }

    /** Whether the reader has a list of people to filter such a report by. */
    boolean offered(ReportKind kind) {
        return currentUser.has(Role.HR, Role.MANAGER) && reports.filterable(kind);
    }

    /** Two that mean the same are one. */
    private static void add(List<ViewChoice> choices, String name, ProgressView view) {
        if (choices.stream().noneMatch(choice -> choice.view().equals(view))) {
            choices.add(new ViewChoice(name, view));
        }
    }
}
