package org.weft.mail.words;

import java.util.List;

/**
 * A mail whose words can be changed.
 *
 * @param name the name of its template
 * @param label the translation key of what its editor calls it
 * @param occasion the translation key of when it is sent
 * @param parts its texts, in the order they are read
 */
public record WordedMail(String name, String label, String occasion, List<MailPart> parts) {

    public WordedMail {
        parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException if it has none of that name */
    public MailPart part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(this.name + " has no text " + name));
    }
}
