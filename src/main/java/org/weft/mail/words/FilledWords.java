package org.weft.mail.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.weft.mail.MailAddress;
import org.weft.mail.RenderedMail;

/** The words of one mail to one person, ready to be read. Templates ask it for its texts by their names. */
public final class FilledWords {

    private final Map<String, String> texts;

    FilledWords(Map<String, String> texts) {
        this.texts = texts;
    }

    /** A text as one line; empty where there is none. */
    public String line(String part) {
        return MailAddress.clean(texts.getOrDefault(part, ""));
    }

    /** As {@link #line}, no longer than a subject may be. */
    public String subject(String part) {
        var line = line(part);
        return line.substring(0, Math.min(line.length(), RenderedMail.LONGEST_SUBJECT));
    }

    /** A text's paragraphs with their lines. Blank lines part paragraphs; single line breaks stay. */
    public List<List<String>> paragraphs(String part) {
        var paragraphs = new ArrayList<List<String>>();
        var readable = texts.getOrDefault(part, "")
                .replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]", "")
                .strip();
        for (var paragraph : readable.split("\\R\\s*\\R", -1)) {
            if (!paragraph.isBlank()) {
                paragraphs.add(paragraph.lines().toList());
            }
        }
        return paragraphs;
    }
}
