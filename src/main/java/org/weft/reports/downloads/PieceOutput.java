package org.weft.reports.downloads;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Cuts what is written into pieces of one length. The last is handed on by {@link #flush}, never by closing. */
final class PieceOutput extends OutputStream {

    /** Takes what H2 holds in one value, with room, and is few statements for a large file. */
    static final int PIECE = 512 * 1024;

    private final Sink sink;
    private final byte[] piece = new byte[PIECE];
    private int filled;
    private int number;

    /** Takes the pieces, counted from 0. What it throws ends the writing. */
    @FunctionalInterface
    interface Sink {
        void take(int number, byte[] content);
    }

    PieceOutput(Sink sink) {
        this.sink = sink;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        var from = offset;
        var left = length;
        while (left > 0) {
            var taken = Math.min(left, PIECE - filled);
            System.arraycopy(bytes, from, piece, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
            if (filled == PIECE) {
                flush();
            }
        }
    }

    /** Hands on what is left. */
    @Override
    public void flush() {
        if (filled > 0) {
            sink.take(number++, Arrays.copyOf(piece, filled));
            filled = 0;
        }
    }
}
