package org.weft.reports.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {

    private final List<byte[]> pieces = new ArrayList<>();
    private final PieceOutput out = new PieceOutput((number, content) -> {
        assertThat(number).isEqualTo(pieces.size());
        pieces.add(content);
    });

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private PieceInput in(long size) {
        return new PieceInput(size, number -> number < pieces.size() ? pieces.get(number) : new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, PieceOutput.PIECE - 1, PieceOutput.PIECE, PieceOutput.PIECE + 1, 3 * PieceOutput.PIECE + 7})
    void whatIsWrittenIsReadWhateverItsLength(int size) throws IOException {
        var written = bytes(size);
        for (var at = 0; at < size; at += 70_001) {
            out.write(written, at, Math.min(70_001, size - at));
        }
        out.flush();

        assertThat(pieces).hasSize((size + PieceOutput.PIECE - 1) / PieceOutput.PIECE);
        assertThat(in(size).readAllBytes()).isEqualTo(written);
    }

    @Test
    void closingHandsNothingOn() throws IOException {
        try (out) {
            out.write(bytes(100));
        }

        assertThat(pieces).isEmpty();
    }

    @Test
    void aFileThatIsRemovedWhileItIsReadDoesNotLookWhole() throws IOException {
        out.write(bytes(2 * PieceOutput.PIECE));
        out.flush();
        var in = in(2L * PieceOutput.PIECE);
        in.readNBytes(PieceOutput.PIECE);
        pieces.clear();

        assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
    }
}
