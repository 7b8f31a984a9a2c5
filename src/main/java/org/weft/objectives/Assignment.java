package org.weft.objectives;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/** One holder's assignment in its life. Created set-based by {@link BulkAssignment}; here it only changes. */
@Entity
@Table(name = "assignment")
@DynamicUpdate
class Assignment {

    @Id
    private long id;

    @Version
    private int version;

    @Column(updatable = false)
    private long participantId;

    @Column(updatable = false)
    private long personId;

    @Column(updatable = false)
    private long cycleId;

    @Column(updatable = false)
    private String title = "";

    @Column(updatable = false)
    private String unit = "";

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Measure measure = Measure.CONVERSATIONS;

    private int target;
    private LocalDate dueOn = LocalDate.EPOCH;

    @Enumerated(EnumType.STRING)
    private AssignmentStatus status = AssignmentStatus.NOT_STARTED;

    @Enumerated(EnumType.STRING)
    private Health health = Health.NOT_UPDATED;

    private int achieved;
    private @Nullable String endedReason;
    private Instant statusAt = Instant.EPOCH;
    private @Nullable Instant lastActivityAt;

    protected Assignment() {}

    /** @throws InvalidInputException where the states know no such move */
    void become(AssignmentStatus next, Instant now) {
        if (!status.canBecome(next)) {
            throw new InvalidInputException(Text.of(
                    "objectives.refused.move", Text.of("status." + status.name()), Text.of("status." + next.name())));
        }
        status = next;
        statusAt = now;
    }

    void end(AssignmentStatus next, @Nullable String reason, Instant now) {
        become(next, now);
        endedReason = reason;
    }

    void change(LocalDate dueOn, int target) {
        this.dueOn = dueOn;
        this.target = target;
    }

    void report(Health health, @Nullable Integer reported) {
        this.health = health;
        if (reported != null) {
            achieved = reported;
        }
    }

    void active(Instant now) {
        lastActivityAt = now;
    }

    long id() {
        return id;
    }

    int version() {
        return version;
    }

    long participantId() {
        return participantId;
    }

    long personId() {
        return personId;
    }

    long cycleId() {
        return cycleId;
    }

    String title() {
        return title;
    }

    String unit() {
        return unit;
    }

    Measure measure() {
        return measure;
    }

    int target() {
        return target;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    AssignmentStatus status() {
        return status;
    }
}
