package org.weft.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text in UTF-8 as quoted-printable (RFC 2045, 6.7). The mail library passes every byte through five streams for it, which
 * took a third of the time a message takes.
 */
final class QuotedPrintable {

    private static final int LONGEST_LINE = 76;
    private static final byte END = '\n';
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private QuotedPrintable() {}

    /** Lines end as they must on the wire, however they end in the text. */
    static byte[] encode(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(bytes.length + bytes.length / 8 + 64);
        var line = new byte[LONGEST_LINE];
        var length = 0;
        for (var at = 0; at < bytes.length; at++) {
            var one = bytes[at];
            if (one == END || one == '\r') {
                if (one == '\r' && at + 1 < bytes.length && bytes[at + 1] == END) {
                    at++;
                }
                end(out, line, length);
                length = 0;
                continue;
            }
            var plain = isPlain(one, at + 1 == bytes.length ? END : bytes[at + 1]);
            // One is left for the sign that the line goes on.
            if (length + (plain ? 1 : 3) > LONGEST_LINE - 1) {
                line[length++] = '=';
                end(out, line, length);
                length = 0;
            }
            if (plain) {
                line[length++] = one;
            } else {
                line[length++] = '=';
                line[length++] = HEX[(one >> 4) & 0xF];
                line[length++] = HEX[one & 0xF];
            }
        }
        out.write(line, 0, length);
        return out.toByteArray();
    }

    private static void end(ByteArrayOutputStream out, byte[] line, int length) {
        out.write(line, 0, length);
        out.write('\r');
        out.write('\n');
    }

    /** A blank that ends a line is lost on the way. */
    private static boolean isPlain(byte one, byte next) {
        return one == ' ' || one == '\t' ? next != END && next != '\r' : one > ' ' && one < 127 && one != '=';
    }
}
