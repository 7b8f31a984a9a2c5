package org.weft.mail;

import java.util.regex.Pattern;

/**
 * A file that goes with a mail.
 *
 * @param name what its reader saves it as, in any script; no path
 * @param type what it is, such as {@code text/csv;charset=UTF-8}
 * @param content no more than {@link MailSettings#attachmentLimit} bytes
 */
public record MailAttachment(String name, String type, byte[] content) {

    /** Characters of the longest name. */
    public static final int LONGEST_NAME = 300;

    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}/\\\\]{1," + LONGEST_NAME + "}");
    private static final Pattern TYPE = Pattern.compile("[a-z]+/[a-zA-Z0-9.+-]{1,100}(;charset=[a-zA-Z0-9-]{1,40})?");

    public MailAttachment {
        if (name.isBlank() || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("No name of a file: " + MailAddress.clean(name));
        }
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("No type of a file: " + MailAddress.clean(type));
        }
    }

    AttachedFile file() {
        return new AttachedFile(name, type, content.length);
    }
}
