package org.weft.conversations;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.programs.Audience;
import org.weft.programs.AudienceRule;
import org.weft.programs.CohortDraft;
import org.weft.programs.CohortService;
import org.weft.programs.CycleDraft;
import org.weft.programs.CycleService;
import org.weft.programs.Participants;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;

/** Conversations count for a cycle from the day on which one takes part in it, or it takes their date in. */
class JoiningLateTest extends ConversationScene {

    private static final Scope ALL = new Scope.Everybody();

    @Autowired
    Participants participants;

    @Autowired
    CohortService cohorts;

    @Autowired
    CycleService cycles;

    @BeforeEach
    void omarAndPiaTalkedWhileOnlyPiaTookPart() {
        SignedIn.as(Role.HR);
        log(Set.of(omar, pia));
        log(Set.of(omar, mo));
    }

    @Test
    void whoIsPickedBringsTheConversationsAlong() {
        participants.add(ALL, cohort, List.of(omar));
        assertCounts(in(omar), 2, 1);
        assertCounts(piaIn, 1, 0);
    }

    @Test
    void whoIsFoundByARuleBringsThemToo() {
        var rule = new AudienceRule(returns, null, null, null, null);
        var ruled = cohorts.add(cycle(), new CohortDraft("Returns", lena, Audience.RULE, rule));
        participants.update(ALL, ruled);
        assertCounts(in(omar), 2, 1);
    }

    @Test
    void otherDatesOfTheCycleTakeConversationsInAndOut() {
        save(DAY.plusDays(1), Fixture.QUARTER_END);
        assertCounts(moIn, 0, 0);
        assertCounts(piaIn, 0, 0);
        save(DAY, Fixture.QUARTER_END);
        assertCounts(moIn, 1, 1);
        assertCounts(piaIn, 1, 0);
    }

    private void save(LocalDate startsOn, LocalDate endsOn) {
        var version = ((Number) fixture.row("cycle", cycle()).get("version")).intValue();
        cycles.save(cycle(), version, new CycleDraft("Q4 2026", startsOn, endsOn));
    }

    private long cycle() {
        return (long) fixture.row("cohort", cohort).get("cycle_id");
    }

    private long in(long person) {
        return fixture.jdbc()
                .sql("select id from participant where person_id = ?")
                .param(person)
                .query(Long.class)
                .single();
    }
}
