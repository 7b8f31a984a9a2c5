package org.weft.programs;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity
class Cycle {

    @Id
    @GeneratedValue(generator = "cycle")
    @SequenceGenerator(name = "cycle", sequenceName = "cycle_seq", allocationSize = 50)
    private @Nullable Long id;

    private long programId;
    private String name;
    private LocalDate startsOn;
    private LocalDate endsOn;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Cycle() {}

    Cycle(long programId, String name, LocalDate startsOn, LocalDate endsOn) {
        this.programId = programId;
        this.name = name;
        this.startsOn = startsOn;
        this.endsOn = endsOn;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("Not saved yet");
        }
        return id;
    }

    long programId() {
        return programId;
    }

    String name() {
        return name;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    int version() {
        return version;
    }

    void change(String name, LocalDate startsOn, LocalDate endsOn) {
        this.name = name;
        this.startsOn = startsOn;
        this.endsOn = endsOn;
    }
}
