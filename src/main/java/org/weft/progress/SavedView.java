package org.weft.progress;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.weft.access.Role;

@Entity
class SavedView {

    @Id
    @GeneratedValue(generator = "saved_view")
    @SequenceGenerator(name = "saved_view", sequenceName = "saved_view_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(updatable = false)
    private long ownerId;

    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "page", updatable = false)
    private ProgressForm form;

    private String query;

    @Enumerated(EnumType.STRING)
    private @Nullable Role sharedWith;

    @Enumerated(EnumType.STRING)
    private @Nullable Role defaultFor;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected SavedView() {}

    SavedView(long ownerId, SavedViewDraft draft) {
        this.ownerId = ownerId;
        this.form = draft.form();
        this.name = draft.name();
        this.query = draft.query();
        share(draft);
    }

    void change(SavedViewDraft draft) {
        name = draft.name();
        query = draft.query();
        share(draft);
    }

    private void share(SavedViewDraft draft) {
        sharedWith = draft.sharedWith();
        defaultFor = draft.standard() ? draft.sharedWith() : null;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("Not saved yet");
        }
        return id;
    }

    boolean ownedBy(long accountId) {
        return ownerId == accountId;
    }

    String name() {
        return name;
    }

    ProgressForm form() {
        return form;
    }

    @Nullable Role sharedWith() {
        return sharedWith;
    }

    int version() {
        return version;
    }
}
