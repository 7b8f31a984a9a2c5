package org.weft.programs;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.weft.people.Level;

@Entity
class Cohort {

    @Id
    @GeneratedValue(generator = "cohort")
    @SequenceGenerator(name = "cohort", sequenceName = "cohort_seq", allocationSize = 50)
    private @Nullable Long id;

    private long cycleId;
    private String name;
    private @Nullable Long leadId;

    @Enumerated(EnumType.STRING)
    private Audience audience;

    private @Nullable Long ruleTeamId;

    @Enumerated(EnumType.STRING)
    private @Nullable Level ruleLevel;

    private @Nullable String ruleJobTitle;
    private @Nullable String ruleLocation;
    private @Nullable LocalDate ruleJoinedSince;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Cohort() {}

    Cohort(long cycleId, CohortDraft draft) {
        this.cycleId = cycleId;
        this.name = draft.name();
        this.leadId = draft.leadId();
        this.audience = draft.audience();
        remember(draft.rule());
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("Not saved yet");
        }
        return id;
    }

    String name() {
        return name;
    }

    @Nullable Long leadId() {
        return leadId;
    }

    Audience audience() {
        return audience;
    }

    AudienceRule rule() {
        return new AudienceRule(ruleTeamId, ruleLevel, ruleJobTitle, ruleLocation, ruleJoinedSince);
    }

    int version() {
        return version;
    }

    void change(CohortDraft draft) {
        name = draft.name();
        leadId = draft.leadId();
        audience = draft.audience();
        remember(draft.rule());
    }

    private void remember(AudienceRule rule) {
        ruleTeamId = rule.teamId();
        ruleLevel = rule.level();
        ruleJobTitle = rule.jobTitle();
        ruleLocation = rule.location();
        ruleJoinedSince = rule.joinedSince();
    }
}
