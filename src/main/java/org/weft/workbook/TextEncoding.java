package org.weft.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/**
 * The encoding of a text file. A byte order mark decides; without one it is UTF-8 if all of it is, and Windows-1252
 * otherwise, as Excel still writes it.
 *
 * @param markLength bytes of the byte order mark
 */
record TextEncoding(Charset charset, int markLength) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** One in this many characters may be a control character; a file with more is not text. */
    private static final int CHARACTERS_PER_CONTROL = 1_000;

    static TextEncoding of(Path file, String fileName) throws IOException {
        var marked = byMark(file);
        // Whatever its letters, its control characters are those of ASCII.
        requireText(file, marked == null ? new TextEncoding(StandardCharsets.ISO_8859_1, 0) : marked, fileName);
        var candidates = marked == null
                ? List.of(new TextEncoding(StandardCharsets.UTF_8, 0), new TextEncoding(WINDOWS_1252, 0))
                : List.of(marked);
        for (var candidate : candidates) {
            if (candidate.fits(file)) {
                return candidate;
            }
        }
        throw new InvalidInputException(Text.of("workbook.read.encoding", fileName));
    }

    Reader reader(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(markLength);
        } catch (IOException e) {
            in.close();
            throw e;
        }
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static @Nullable TextEncoding byMark(Path file) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(3);
        }
        var first = start.length > 0 ? start[0] & 0xff : 0;
        var second = start.length > 1 ? start[1] & 0xff : 0;
        var third = start.length > 2 ? start[2] & 0xff : 0;
        if (first == 0xef && second == 0xbb && third == 0xbf) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (first == 0xff && second == 0xfe) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (first == 0xfe && second == 0xff) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        return null;
    }

    private boolean fits(Path file) throws IOException {
        try (var reader = reader(file)) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static void requireText(Path file, TextEncoding encoding, String fileName) throws IOException {
        var characters = 0L;
        var controls = 0L;
        var buffer = new char[16 * 1024];
        try (var reader = encoding.reader(file)) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                characters += read;
                for (var i = 0; i < read; i++) {
                    var character = buffer[i];
                    if (character == 0) {
                        throw ContentSniffer.noTable(fileName, "workbook.kind.binary");
                    }
                    if (character < ' ' && character != '\t' && character != '\n' && character != '\r') {
                        controls++;
                    }
                }
            }
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(Text.of("workbook.read.encoding", fileName));
        }
        if (controls > 2 && controls > characters / CHARACTERS_PER_CONTROL) {
            throw ContentSniffer.noTable(fileName, "workbook.kind.binary");
        }
    }
}
