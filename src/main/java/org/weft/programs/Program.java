package org.weft.programs;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
class Program {

    @Id
    @GeneratedValue(generator = "program")
    @SequenceGenerator(name = "program", sequenceName = "program_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private String purpose;
    private @Nullable Long ownerId;

    @Enumerated(EnumType.STRING)
    private ProgramStatus status;

    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Program() {}

    Program(String name, String purpose, @Nullable Long ownerId, ProgramStatus status, Instant createdAt) {
        this.name = name;
        this.purpose = purpose;
        this.ownerId = ownerId;
        this.status = status;
        this.createdAt = createdAt;
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

    String purpose() {
        return purpose;
    }

    @Nullable Long ownerId() {
        return ownerId;
    }

    ProgramStatus status() {
        return status;
    }

    int version() {
        return version;
    }

    void describe(String name, String purpose, @Nullable Long ownerId) {
        this.name = name;
        this.purpose = purpose;
        this.ownerId = ownerId;
    }

    void moveTo(ProgramStatus status) {
        this.status = status;
    }
}
