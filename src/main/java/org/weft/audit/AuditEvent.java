package org.weft.audit;

import org.jspecify.annotations.Nullable;

/**
 * What was done, to what, and whom it concerns.
 *
 * @param action an upper-case verb phrase such as {@code PERSON_CHANGED}; its words are the key
 *     {@code audit.action.PERSON_CHANGED}
 * @param subjectType the kind of thing: person, cohort, assignment, message ...
 * @param subjectName the thing's name at that time
 * @param personId the person it concerns, if it concerns one
 * @param detail what changed, in short; never a private note, never a secret
 */
public record AuditEvent(
        String action,
        String subjectType,
        @Nullable Long subjectId,
        @Nullable String subjectName,
        @Nullable Long personId,
        @Nullable String detail) {

    public static AuditEvent of(String action, String subjectType, @Nullable Long subjectId, @Nullable String name) {
        return new AuditEvent(action, subjectType, subjectId, name, null, null);
    }

    public AuditEvent about(@Nullable Long personId) {
        return new AuditEvent(action, subjectType, subjectId, subjectName, personId, detail);
    }

    public AuditEvent detail(@Nullable String detail) {
        return new AuditEvent(action, subjectType, subjectId, subjectName, personId, detail);
    }
}
