package org.weft.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity
class Person {

    @Id
    @GeneratedValue(generator = "person")
    @SequenceGenerator(name = "person", sequenceName = "person_seq", allocationSize = 50)
    private @Nullable Long id;

    private String employeeNumber = "";
    private String givenName = "";
    private String familyName = "";
    private String displayName = "";
    private String sortName = "";
    private @Nullable String email;
    private @Nullable String jobTitle;

    @Enumerated(EnumType.STRING)
    private Level level = Level.FRONT_LINE;

    private boolean levelFixed;
    private @Nullable Long teamId;
    private @Nullable Long managerId;
    private @Nullable String location;
    private @Nullable String timeZone;
    private @Nullable String language;
    private boolean active = true;
    private @Nullable LocalDate joinedOn;
    private @Nullable LocalDate leftOn;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    @Version
    private int version;

    /** For Hibernate. */
    protected Person() {
        this(Instant.EPOCH);
    }

    Person(Instant createdAt) {
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("Not saved yet");
        }
        return id;
    }

    int version() {
        return version;
    }

    String displayName() {
        return displayName;
    }

    Level level() {
        return level;
    }

    boolean active() {
        return active;
    }

    @Nullable Long managerId() {
        return managerId;
    }

    PersonDraft draft() {
        return new PersonDraft(
                employeeNumber,
                givenName,
                familyName,
                email,
                jobTitle,
                levelFixed ? level : null,
                teamId,
                managerId,
                location,
                timeZone,
                language,
                joinedOn);
    }

    /** @param derived the level the rules give the draft's job title */
    void edit(PersonDraft draft, Level derived, Instant now) {
        var name = new PersonName(draft.givenName(), draft.familyName());
        employeeNumber = draft.employeeNumber();
        givenName = name.given();
        familyName = name.family();
        displayName = name.display();
        sortName = name.sort();
        email = draft.email();
        jobTitle = draft.jobTitle();
        levelFixed = draft.level() != null;
        level = draft.level() != null ? draft.level() : derived;
        teamId = draft.teamId();
        managerId = draft.managerId();
        location = draft.location();
        timeZone = draft.timeZone();
        language = draft.language();
        joinedOn = draft.joinedOn();
        updatedAt = now;
    }

    void leave(@Nullable LocalDate lastDay, Instant now) {
        active = false;
        leftOn = lastDay;
        updatedAt = now;
    }

    void comeBack(Instant now) {
        active = true;
        leftOn = null;
        updatedAt = now;
    }
}
