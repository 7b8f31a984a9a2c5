package org.weft.mail.words;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.weft.audit.Actor;

/** A text that was changed from the one that ships. */
@Entity
class MailText {

    @Id
    @GeneratedValue(generator = "mail_text")
    @SequenceGenerator(name = "mail_text", sequenceName = "mail_text_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(updatable = false)
    private String template;

    @Column(updatable = false)
    private String language;

    @Column(updatable = false)
    private String part;

    private String content;
    private Instant changedAt;
    private @Nullable Long changedBy;
    private String changedByName;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected MailText() {}

    @SuppressWarnings("NullAway.Init")
    MailText(MailWords.Key key) {
        template = key.mail();
        language = key.language();
        part = key.part();
    }

    void change(String text, Instant now, Actor actor) {
        content = text;
        changedAt = now;
        changedBy = actor.accountId();
        changedByName = actor.name();
    }

    String part() {
        return part;
    }

    String content() {
        return content;
    }
}
