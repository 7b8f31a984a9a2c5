package org.weft.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asked about messages in the moment before they go to the mail server: whoever wrote them may know better by then. A
 * Spring bean each.
 */
public interface LastLook {

    /** What becomes of a message that shall not go out just as it was written. */
    sealed interface Verdict permits Revised, Later, Unwanted {}

    /**
     * It says this now, under the Message-ID it has.
     *
     * @param unsubscribe where a mail program may say that no more of it is wanted, null where it cannot
     */
    record Revised(RenderedMail content, @Nullable String unsubscribe) implements Verdict {}

    /** It waits, and is asked about again then. That counts as no attempt. */
    record Later(Instant at) implements Verdict {}

    /** It is suppressed. */
    record Unwanted() implements Verdict {}

    /** The messages it knows about. */
    MailKind kind();

    /**
     * Asked again at every attempt, also of messages it has changed before.
     *
     * @param uniqueKeys of messages of this kind
     * @return nothing about those that go out as they were written
     */
    Map<String, Verdict> ask(Collection<String> uniqueKeys);
}
