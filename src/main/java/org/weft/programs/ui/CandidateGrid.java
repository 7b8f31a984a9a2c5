package org.weft.programs.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weft.base.ui.Cells;
import org.weft.base.ui.Tone;
import org.weft.programs.CandidateFilter;
import org.weft.programs.CandidateRow;
import org.weft.programs.CandidateRow.Standing;

/** People a rule or a search finds, and what becomes of each. */
class CandidateGrid extends Grid<CandidateRow> {

    private transient CandidateFilter filter;

    CandidateGrid(CandidateSource source, CandidateFilter filter) {
        this.filter = filter;
        addClassName("weft-programs-candidates");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        addColumn(Cells.person(CandidateRow::name, this::about))
                .setHeader(getTranslation("base.name"))
                .setFlexGrow(2)
                .setWidth("9.5rem");
        addColumn(Cells.badge(row -> tone(row.standing()), this::standing))
                .setHeader(getTranslation("programs.candidate.standing"))
                .setFlexGrow(1)
                .setWidth("7rem");
        setItemsPageable(page -> source.page(this.filter, page), page -> source.count(this.filter));
    }

    void show(CandidateFilter changed) {
        filter = changed;
        getLazyDataView().refreshAll();
    }

    private String about(CandidateRow row) {
        return Stream.of(
                        row.jobTitle(),
                        row.teamName(),
                        getTranslation("level." + row.level().name()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private String standing(CandidateRow row) {
        return row.standing() == Standing.ELSEWHERE && row.cohortName() != null
                ? getTranslation("programs.candidate.in", row.cohortName())
                : getTranslation("programs.candidate." + row.standing().name());
    }

    private static Tone tone(Standing standing) {
        return switch (standing) {
            case JOINS -> Tone.GREEN;
            case MEMBER -> Tone.BLUE;
            case ELSEWHERE -> Tone.AMBER;
            case INACTIVE -> Tone.GREY;
        };
    }
}
