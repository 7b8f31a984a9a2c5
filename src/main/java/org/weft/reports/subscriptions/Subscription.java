package org.weft.reports.subscriptions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.weft.audit.AuditEvent;
import org.weft.progress.ProgressView;
import org.weft.reports.ReportKind;
import org.weft.workbook.FileFormat;

/** A standing order. Who gets it is kept beside it, as each recipient has a state of their own. */
@Entity
@Table(name = "report_subscription")
class Subscription {

    static final String THING = "subscription";

    @Id
    @GeneratedValue(generator = "report_subscription")
    @SequenceGenerator(name = "report_subscription", sequenceName = "report_subscription_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(updatable = false)
    private long ownerId;

    @Column(updatable = false)
    private Instant createdAt;

    @Enumerated(EnumType.STRING)
    private ReportKind kind;

    @Enumerated(EnumType.STRING)
    private FileFormat format;

    private String askedView;

    private @Nullable Long programId;
    private @Nullable Long cycleId;

    @Enumerated(EnumType.STRING)
    private Rhythm rhythm;

    @Enumerated(EnumType.STRING)
    private DayOfWeek weekday;

    private int monthDay;
    private LocalTime atTime;

    @Enumerated(EnumType.STRING)
    private Delivery delivery;

    private boolean active = true;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Subscription() {}

    @SuppressWarnings("NullAway.Init")
    Subscription(long ownerId, Instant createdAt, SubscriptionDraft draft) {
        this.ownerId = ownerId;
        this.createdAt = createdAt;
        change(draft);
    }

    void change(SubscriptionDraft draft) {
        kind = draft.report().kind();
        format = draft.report().format();
        askedView = draft.report().view().query();
        programId = draft.report().programId();
        cycleId = draft.report().cycleId();
        rhythm = draft.timing().rhythm();
        weekday = draft.timing().weekday();
        monthDay = draft.timing().monthDay();
        atTime = draft.timing().time();
        delivery = draft.delivery();
    }

    void setActive(boolean active) {
        this.active = active;
    }

    boolean active() {
        return active;
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

    SubscribedReport report() {
        return new SubscribedReport(kind, format, ProgressView.of(askedView), programId, cycleId);
    }

    Timing timing() {
        return new Timing(rhythm, weekday, monthDay, atTime);
    }

    Delivery delivery() {
        return delivery;
    }

    /** Something about it, for the trail. */
    AuditEvent event(String action) {
        return AuditEvent.of(action, THING, id(), kind.name());
    }
}
