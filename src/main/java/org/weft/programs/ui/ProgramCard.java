package org.weft.programs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.weft.base.ui.Formats;
import org.weft.base.ui.StatusBadge;
import org.weft.programs.CycleRow;
import org.weft.programs.ProgramRow;

/** A program among others: what it is for, how it stands, and the cycle that matters now. */
class ProgramCard extends PlanCard {

    ProgramCard(ProgramRow program) {
        head(
                new H2(ProgramsNavigation.link(ProgramsNavigation.program(program.id()), program.name())),
                StatusBadge.status(program.status().name()));
        if (!program.purpose().isBlank()) {
            var purpose = new Paragraph(program.purpose());
            purpose.addClassName("weft-programs-purpose");
            add(purpose);
        }
        var cycle = program.cycle();
        add(cycle == null ? quiet(getTranslation("programs.card.noCycle")) : cycle(cycle));
        if (program.ownerName() != null) {
            foot(quiet(getTranslation("programs.card.owner", program.ownerName())));
        }
    }

    private Component cycle(CycleRow cycle) {
        return lines(
                strong(cycle.name()),
                quiet(CyclePhase.words(this, cycle.phase()) + " · "
                        + Formats.of(this).range(cycle.startsOn(), cycle.endsOn())),
                new Span(getTranslation("programs.counts", cycle.cohorts(), cycle.participants())));
    }
}
