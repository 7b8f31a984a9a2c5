package org.weft.progress.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressFacet;
import org.weft.progress.ProgressGrouping;
import org.weft.progress.ProgressSort;

/** View 12 shows team 3 by name in three columns. */
class ProgressAddressTest {

    private static final String SAVED = "team=3&sort=name&columns=name,team:120,progress";

    private static ProgressAddress at(String query) {
        return ProgressAddress.of(
                new Location("progress", QueryParameters.fromString(query)),
                id -> id == 12 ? Optional.of(new AppliedView(12, ProgressAddress.words(SAVED))) : Optional.empty());
    }

    @Test
    void whatAnAddressSaysComesBack() {
        for (var query : new String[] {
            "cycle=4&level=front-line&q=a%2Bb+c&sort=-health&columns=name%3A200%2Cteam&group=lead&person=9&assignment=8",
            "view=12",
            "view=12&team=&sort=",
            "view=12&team=5&group=team",
            "view=all&health=at-risk"
        }) {
            assertThat(QueryParameters.fromString(
                            at(query).location("progress").getQueryParameters().getQueryString()))
                    .as(query)
                    .isEqualTo(QueryParameters.fromString(query));
        }
    }

    @Test
    void onTopOfAViewTheAddressSaysWhatDiffers() {
        var view = at("view=12");
        assertThat(view.facets()).containsEntry(ProgressFacet.TEAM, "3");
        assertThat(view.sort()).isEqualTo(ProgressSort.by(ProgressColumn.NAME));
        assertThat(view.layout().order())
                .containsExactly(ProgressColumn.NAME, ProgressColumn.TEAM, ProgressColumn.PROGRESS);
        assertThat(view.changed()).isFalse();
        assertThat(view.of(4).changed()).as("the cycle is no part of this view").isFalse();

        var without = view.filter(view.filter(0).team(null)).sort(ProgressSort.DEFAULT);
        assertThat(without.changed()).isTrue();
        assertThat(without.location("progress").getQueryParameters())
                .isEqualTo(QueryParameters.fromString("view=12&cycle=0&team=&sort="));
        assertThat(view.layout(view.layout().group(ProgressGrouping.LEVEL))
                        .location("progress")
                        .getQueryParameters())
                .isEqualTo(QueryParameters.fromString("view=12&group=level"));
        assertThat(view.elsewhere().href("progress/matrix")).contains("view=all", "team=3", "sort=name");
    }

    @Test
    void aViewNobodyFindsIsNone() {
        var other = at("view=13&level=manager");
        assertThat(other.view()).isNull();
        assertThat(other.facets()).containsOnlyKeys(ProgressFacet.LEVEL);
    }

    @Test
    void whatIsSavedIsWhatIsShownWithoutCycleUnlessItIsMeant() {
        var shown = at("cycle=4&level=manager&q=x&group=team&person=9");
        assertThat(ProgressAddress.words(shown.query(false))).containsOnlyKeys("level", "q", "group");
        assertThat(ProgressAddress.words(shown.query(true))).containsEntry("cycle", "4");
    }

    @Test
    void theNameStaysInFrontAndWhatMeansNothingIsPassedOver() {
        var layout = at("columns=team,salary,name:90,team,done:x,health:99999").layout();
        assertThat(layout.order())
                .containsExactly(ProgressColumn.NAME, ProgressColumn.TEAM, ProgressColumn.DONE, ProgressColumn.HEALTH);
        assertThat(layout.width(ProgressColumn.NAME)).isEqualTo(90);
        assertThat(layout.width(ProgressColumn.DONE)).isNull();
        assertThat(layout.move(ProgressColumn.TEAM, -1)).isEqualTo(layout);
        assertThat(layout.move(ProgressColumn.TEAM, 1).order())
                .containsExactly(ProgressColumn.NAME, ProgressColumn.DONE, ProgressColumn.TEAM, ProgressColumn.HEALTH);
        assertThat(layout.show(ProgressColumn.TEAM, false).order()).doesNotContain(ProgressColumn.TEAM);
        assertThat(layout.show(ProgressColumn.NAME, false).shows(ProgressColumn.NAME))
                .isTrue();
        assertThat(layout.reset()).isEqualTo(GridLayout.DEFAULT);
    }
}
