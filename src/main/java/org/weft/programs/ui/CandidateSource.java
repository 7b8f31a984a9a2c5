package org.weft.programs.ui;

import java.util.List;
import org.springframework.data.domain.Pageable;
import org.weft.programs.AudiencePreview;
import org.weft.programs.CandidateFilter;
import org.weft.programs.CandidateRow;

/** Where dialogs ask who could be in a cohort. */
interface CandidateSource {

    AudiencePreview preview(CandidateFilter filter);

    List<CandidateRow> page(CandidateFilter filter, Pageable page);

    int count(CandidateFilter filter);

    /** Job titles that active people have, which contain the text. */
    List<String> jobTitles(String text, Pageable page);

    /** Locations that active people have, which contain the text. */
    List<String> locations(String text, Pageable page);
}
