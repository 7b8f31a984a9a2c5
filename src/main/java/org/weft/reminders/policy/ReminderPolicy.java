package org.weft.reminders.policy;

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
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.weft.people.Level;

@Entity
class ReminderPolicy {

    @Id
    @GeneratedValue(generator = "reminder_policy")
    @SequenceGenerator(name = "reminder_policy", sequenceName = "reminder_policy_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(updatable = false)
    private @Nullable String starter;

    private @Nullable String name;

    @Enumerated(EnumType.STRING)
    private TriggerKind kind;

    private int days;
    private @Nullable Long programId;
    private @Nullable Long cohortId;
    private @Nullable Long teamId;
    private @Nullable String location;

    @Enumerated(EnumType.STRING)
    private @Nullable Level level;

    @Enumerated(EnumType.STRING)
    private PolicyRecipient recipient;

    private String weekdays;
    private @Nullable String weekdaysBefore;
    private @Nullable LocalDate weekdaysBeforeThrough;
    private LocalTime atTime;
    private int catchUpDays;
    private boolean required;
    private @Nullable Integer escalateAfter;
    private @Nullable Instant activeSince;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected ReminderPolicy() {}

    @SuppressWarnings("NullAway.Init")
    ReminderPolicy(PolicyDraft draft) {
        change(draft);
    }

    void change(PolicyDraft draft) {
        name = draft.name();
        kind = draft.kind();
        days = draft.days();
        var audience = draft.audience();
        programId = audience.programId();
        cohortId = audience.cohortId();
        teamId = audience.teamId();
        level = audience.level();
        location = audience.location();
        recipient = draft.recipient();
        weekdays = PolicyReader.digits(draft.schedule().weekdays());
        atTime = draft.schedule().time();
        catchUpDays = draft.catchUpDays();
        required = draft.required();
        escalateAfter = draft.escalateAfter();
    }

    /**
     * Changes one that is on.
     *
     * @param planned the last day that is planned somewhere: up to it the weekdays hold that it was planned by
     */
    void change(PolicyDraft draft, LocalDate planned) {
        var held = weekdays;
        change(draft);
        if (!weekdays.equals(held)) {
            if (weekdaysBeforeThrough == null || weekdaysBeforeThrough.isBefore(planned)) {
                weekdaysBefore = held;
            }
            weekdaysBeforeThrough = planned;
        }
    }

    /** Already on: since when stays as it is. */
    void switchOn(Instant now) {
        if (activeSince == null) {
            activeSince = now;
            weekdaysBefore = null;
            weekdaysBeforeThrough = null;
        }
    }

    void switchOff() {
        activeSince = null;
    }

    boolean active() {
        return activeSince != null;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("Not saved yet");
        }
        return id;
    }

    @Nullable String starter() {
        return starter;
    }

    /** As the trail names it: its own name, else the word it ships under. */
    String label() {
        return name != null ? name : String.valueOf(starter);
    }

    int version() {
        return version;
    }
}
