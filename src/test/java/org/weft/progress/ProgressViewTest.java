package org.weft.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressViewTest {

    @Test
    void anAddressIsReadAsTheListReadsIt() {
        var view = ProgressView.of(
                "cycle=5&cohort=7&q=%C3%9Cnal+%26+Co&sort=-name&columns=name:240,next-due,team&group=team");

        assertThat(view.facets()).isEqualTo(Map.of(ProgressFacet.COHORT, "7", ProgressFacet.TEXT, "Ünal & Co"));
        assertThat(view.columns()).containsExactly(ProgressColumn.NAME, ProgressColumn.NEXT_DUE, ProgressColumn.TEAM);
        assertThat(ProgressView.of(view.query())).isEqualTo(view);
    }

    @Test
    void whatMeansNothingIsLeftOut() {
        assertThat(ProgressView.of("cohort=x&team=&level=nobody&q=%zz&columns=nothing&&=&x"))
                .isEqualTo(ProgressView.ALL);
        assertThat(ProgressView.of("")).isEqualTo(ProgressView.ALL);
        assertThat(ProgressView.ALL.query()).isEmpty();
        assertThat(ProgressView.ALL.narrows()).isFalse();
    }

    @Test
    void viewsThatMeanTheSameSayTheSame() {
        assertThat(ProgressView.of("team=3&cohort=7").query())
                .isEqualTo(ProgressView.of("cohort=7&team=3").query());
        assertThat(ProgressView.of("columns=team,team,name").columns())
                .isEqualTo(List.of(ProgressColumn.TEAM, ProgressColumn.NAME));
        assertThat(ProgressView.of("team=3&cohort=7").without(ProgressFacet.COHORT))
                .isEqualTo(ProgressView.of("team=3"));
    }
}
