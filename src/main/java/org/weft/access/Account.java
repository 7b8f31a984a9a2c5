package org.weft.access;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weft.base.Translations;

@Entity
class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account")
    @SequenceGenerator(name = "account", sequenceName = "account_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(updatable = false)
    private Instant createdAt;

    private String username = "";
    private String displayName = "";
    private @Nullable String email;
    private @Nullable String passwordHash;
    private @Nullable Long personId;
    private String language = "en";
    private String timeZone = "UTC";
    private boolean active = true;

    @Enumerated(EnumType.STRING)
    private ExecutiveReach executiveReach = ExecutiveReach.WHOLE;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @Version
    private int version;

    /** For Hibernate. */
    protected Account() {
        this(Instant.EPOCH);
    }

    Account(Instant createdAt) {
        this.createdAt = createdAt;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("Not saved yet");
        }
        return id;
    }

    String displayName() {
        return displayName;
    }

    @Nullable String email() {
        return email;
    }

    int version() {
        return version;
    }

    boolean active() {
        return active;
    }

    Set<Role> roles() {
        return Set.copyOf(roles);
    }

    void setPasswordHash(String passwordHash) {
        this.passwordHash = passwordHash;
    }

    void edit(AccountDraft draft) {
        username = draft.username();
        displayName = draft.displayName();
        email = draft.email();
        personId = draft.personId();
        language = draft.language();
        timeZone = draft.timeZone();
        active = draft.active();
        executiveReach = draft.reach();
        roles.retainAll(draft.roles());
        roles.addAll(draft.roles());
    }

    AccountDraft draft() {
        return new AccountDraft(
                username, displayName, email, roles(), personId, executiveReach, language, timeZone, active);
    }

    AccountDetails details() {
        return new AccountDetails(
                id(),
                username,
                displayName,
                passwordHash,
                active,
                roles(),
                personId,
                executiveReach,
                Translations.nearest(language),
                ZoneId.of(timeZone));
    }
}
