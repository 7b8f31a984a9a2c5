package org.weft.people;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

@Entity
class Team {

    @Id
    @GeneratedValue(generator = "team")
    @SequenceGenerator(name = "team", sequenceName = "team_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name = "";

    @Enumerated(EnumType.STRING)
    private TeamKind kind = TeamKind.TEAM;

    private @Nullable Long parentId;
    private @Nullable Long leaderId;

    @Version
    private int version;

    protected Team() {}

    Team(TeamDraft draft) {
        edit(draft);
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

    TeamDraft draft() {
        return new TeamDraft(name, kind, parentId, leaderId);
    }

    final void edit(TeamDraft draft) {
        name = draft.name();
        kind = draft.kind();
        parentId = draft.parentId();
        leaderId = draft.leaderId();
    }
}
