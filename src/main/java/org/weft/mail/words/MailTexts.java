package org.weft.mail.words;

import java.util.HashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the words of mail. */
@Component
public class MailTexts {

    private final JdbcClient jdbc;
    private final PlaceholderText placeholders;

    MailTexts(JdbcClient jdbc, PlaceholderText placeholders) {
        this.jdbc = jdbc;
        this.placeholders = placeholders;
    }

    /** The words of every mail as they are now, by one statement. Whoever writes many mails asks once for all of them. */
    public MailWords current() {
        var changed = new HashMap<MailWords.Key, String>();
        jdbc.sql("select template, language, part, content from mail_text").query(row -> {
            changed.put(
                    new MailWords.Key(row.getString("template"), row.getString("language"), row.getString("part")),
                    row.getString("content"));
        });
        return new MailWords(placeholders, changed);
    }
}
