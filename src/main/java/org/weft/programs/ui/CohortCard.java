package org.weft.programs.ui;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import org.weft.programs.Audience;
import org.weft.programs.CohortRow;

/** A cohort among others: how many, who leads, and what is to be done next. */
class CohortCard extends PlanCard {

    CohortCard(CohortRow cohort, long cycleId, boolean mayFill) {
        var path = ProgramsNavigation.cohort(cohort.id());
        head(new H3(ProgramsNavigation.link(path, cohort.name())));
        add(lines(
                strong(getTranslation("base.people", cohort.size())),
                new Span(
                        cohort.leadName() == null
                                ? getTranslation("programs.cohort.noLead")
                                : getTranslation("programs.cohort.led", cohort.leadName())),
                quiet(getTranslation(
                        cohort.audience() == Audience.RULE ? "programs.cohort.byRule" : "programs.cohort.byHand"))));
        if (cohort.size() == 0 && mayFill) {
            foot(ProgramsNavigation.link(path, getTranslation("programs.cohort.next.fill")));
        } else if (cohort.withoutObjectives() > 0) {
            foot(ProgramsNavigation.link(
                    Onward.assign(cycleId, cohort.id()),
                    getTranslation("programs.cohort.next.assign", cohort.withoutObjectives())));
        }
    }
}
