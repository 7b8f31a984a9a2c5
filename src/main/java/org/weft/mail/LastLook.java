package org.weft.mail;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asked about messages in the moment before they go to the mail server: whoever wrote them may know better by then. A
 * Spring bean each.
 */
public interface LastLook {

    /**
     * What a message says by now.
     *
     * @param unsubscribe where a mail program may say that no more of it is wanted, null where it cannot
     */
    record Revised(RenderedMail content, @Nullable String unsubscribe) {}

    /** The messages it knows about. */
    MailKind kind();

    /**
     * Asked again at every attempt, also of messages it has changed before.
     *
     * @param uniqueKeys of messages of this kind
     * @return those that shall not go out as they were written, each with what it says now, under the Message-ID it has; or
     *     with nothing, and it is suppressed
     */
    Map<String, Optional<Revised>> changed(Collection<String> uniqueKeys);
}
