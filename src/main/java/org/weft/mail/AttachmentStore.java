package org.weft.mail;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The bytes of files that go with messages, apart from the messages: whoever lists or takes these reads none of them. */
@Repository
class AttachmentStore {

    /** What H2 holds in one value, with room. */
    private static final int PIECE = 512 * 1024;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    AttachmentStore(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    private record Piece(int number, byte[] content) {}

    /** Keeps the file of a message that has just been written. */
    @Transactional(propagation = Propagation.MANDATORY)
    void write(String uniqueKey, MailAttachment attachment) {
        var id = jdbc.sql("select id from message where unique_key = :key")
                .param("key", uniqueKey)
                .query(Long.class)
                .single();
        template.batchUpdate(
                "insert into message_piece (message_id, number, content) values (?, ?, ?)",
                pieces(attachment.content()),
                20,
                (row, piece) -> {
                    row.setLong(1, id);
                    row.setInt(2, piece.number());
                    row.setBytes(3, piece.content());
                });
    }

    private static List<Piece> pieces(byte[] content) {
        var pieces = new ArrayList<Piece>();
        for (var from = 0; from < content.length; from += PIECE) {
            pieces.add(new Piece(
                    pieces.size(), Arrays.copyOfRange(content, from, Math.min(from + PIECE, content.length))));
        }
        return pieces;
    }

    /** The whole file of a message, or empty where it is no longer kept. */
    Optional<byte[]> read(long messageId, AttachedFile file) {
        var content = new byte[Math.toIntExact(file.size())];
        var read = new int[1];
        jdbc.sql("select content from message_piece where message_id = :id order by number")
                .param("id", messageId)
                .query(row -> {
                    var piece = row.getBytes("content");
                    System.arraycopy(piece, 0, content, read[0], piece.length);
                    read[0] += piece.length;
                });
        return read[0] == content.length ? Optional.of(content) : Optional.empty();
    }

    /** Deletes the files of messages that came to an end before a moment, however they did. */
    @Transactional
    int clean(Instant before) {
        return jdbc.sql("""
                        delete from message_piece where message_id in (
                            select m.id from message m
                            where m.attachment_name is not null
                                and m.status in ('SENT', 'BOUNCED', 'SUPPRESSED', 'FAILED')
                                and coalesce(m.sent_at, m.send_after) <= :before)""").param("before", Timestamp.from(before)).update();
    }
}
