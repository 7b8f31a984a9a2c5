package org.weft.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedPrintableTest {

    private static String encoded(String text) {
        return new String(QuotedPrintable.encode(text), StandardCharsets.US_ASCII);
    }

    /** As a mail program reads it. */
    private static String read(String encoded) throws Exception {
        var in = MimeUtility.decode(
                new ByteArrayInputStream(encoded.getBytes(StandardCharsets.US_ASCII)), "quoted-printable");
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Hi Ada",
                "1 + 1 = 2",
                "Grüße aus Zürich, 東京 und 🎻",
                "ends with a blank \r\nand a tab\t\r\n\r\n",
                ".\r\n..two\r\nFrom here"
            })
    void whatIsReadIsWhatWasWritten(String text) throws Exception {
        assertThat(read(encoded(text))).isEqualTo(text);
    }

    @Test
    void linesEndAsTheyMustOnTheWire() {
        assertThat(encoded("a\nb\rc\r\nd")).isEqualTo("a\r\nb\r\nc\r\nd");
    }

    @Test
    void blanksAtTheEndOfALineAreKept() {
        assertThat(encoded("a \nb\t")).isEqualTo("a=20\r\nb=09");
    }

    @Test
    void noLineIsLongerThanAllowedWhateverTheText() throws Exception {
        var random = new Random(7);
        var signs = "abc =.\n\täß€🎻";
        var points = signs.codePoints().toArray();
        for (var round = 0; round < 500; round++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(400), 0, points.length).forEach(at -> text.appendCodePoint(points[at]));
            var encoded = encoded(text.toString());
            assertThat(encoded.split("\r\n", -1))
                    .allSatisfy(line ->
                            assertThat(line).hasSizeLessThanOrEqualTo(76).matches("[\\t -~]*"));
            assertThat(read(encoded)).isEqualTo(text.toString().replace("\n", "\r\n"));
        }
    }
}
