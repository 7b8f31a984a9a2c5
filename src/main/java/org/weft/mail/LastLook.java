package org.weft.mail;

import java.util.Collection;
import java.util.Set;

/**
 * Asked about messages in the moment before they go to the mail server: whoever wrote them may know better by then. A
 * Spring bean each.
 */
public interface LastLook {

    /** The messages it knows about. */
    MailKind kind();

    /**
     * @param uniqueKeys of messages of this kind
     * @return those that shall not go out: they are suppressed
     */
    Set<String> unwanted(Collection<String> uniqueKeys);
}
