package org.weft.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.testing.Fixture;
import org.weft.testing.WeftTest;

/** Whatever moves, the kept lines are those the managers make. */
@WeftTest
class ReportingLinesTest {

    @Autowired
    ReportingLines lines;

    @Autowired
    TeamClosure closure;

    @Autowired
    Fixture fixture;

    @Test
    void afterRandomMovesTheLinesAreWhatTheManagersMake() {
        var random = new Random(7);
        var people = new ArrayList<Long>();
        for (var n = 0; n < 60; n++) {
            var manager = people.isEmpty() ? null : people.get(random.nextInt(people.size()));
            people.add(fixture.person("Person", "No " + n).manager(manager).add());
        }
        assertThat(kept()).isEqualTo(computed());
        for (var round = 0; round < 25; round++) {
            Set<Long> moved = new HashSet<>();
            for (var move = 0; move < 1 + round % 4; move++) {
                var person = people.get(random.nextInt(people.size()));
                var manager = people.get(random.nextInt(people.size()));
                if (!makesCircle(person, manager)) {
                    manage(person, round % 5 == 0 ? null : manager);
                    moved.add(person);
                }
            }
            lines.update(moved);
            assertThat(kept()).as("round %s", round).isEqualTo(computed());
        }
        lines.rebuild();
        assertThat(kept()).isEqualTo(computed());
    }

    @Test
    void teamsKnowAllTeamsAboveThem() {
        var top = fixture.team("Top", "DIVISION", null);
        var middle = fixture.team("Middle", "DEPARTMENT", top);
        var low = fixture.team("Low", "TEAM", middle);
        var other = fixture.team("Other", "DIVISION", null);
        fixture.jdbc()
                .sql("update team set parent_id = ? where id = ?")
                .params(other, middle)
                .update();
        closure.rebuild();
        assertThat(fixture.jdbc()
                        .sql("select ancestor_id, team_id, depth from team_closure")
                        .query((row, n) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
                        .list())
                .containsExactlyInAnyOrder(
                        List.of(top, top, 0L),
                        List.of(other, other, 0L),
                        List.of(middle, middle, 0L),
                        List.of(other, middle, 1L),
                        List.of(low, low, 0L),
                        List.of(middle, low, 1L),
                        List.of(other, low, 2L));
    }

    private void manage(long person, @Nullable Long manager) {
        fixture.jdbc()
                .sql("update person set manager_id = ? where id = ?")
                .params(manager, person)
                .update();
    }

    private boolean makesCircle(long person, long manager) {
        Long at = manager;
        while (at != null) {
            if (at == person) {
                return true;
            }
            at = (Long) fixture.row("person", at).get("manager_id");
        }
        return false;
    }

    private Set<List<Long>> kept() {
        return new HashSet<>(fixture.jdbc()
                .sql("select lead_id, person_id, depth from reporting_line")
                .query((row, n) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
                .list());
    }

    private Set<List<Long>> computed() {
        return new HashSet<>(fixture.jdbc()
                .sql("""
                        with recursive line (lead_id, person_id, depth) as (
                            select manager_id, id, 1 from person where manager_id is not null
                            union all
                            select p.manager_id, l.person_id, l.depth + 1
                            from line l join person p on p.id = l.lead_id where p.manager_id is not null)
                        select lead_id, person_id, depth from line""")
                .query((row, n) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
                .list());
    }
}
