package org.weft.reports.downloads;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntFunction;

/** Reads a file piece by piece, none of them before it is wanted, and holds no connection in between. */
final class PieceInput extends InputStream {

    private final IntFunction<byte[]> pieces;
    private long left;
    private byte[] piece = new byte[0];
    private int at;
    private int number;

    /**
     * @param size of the file
     * @param pieces gives the pieces, counted from 0; an empty one where there is none
     */
    PieceInput(long size, IntFunction<byte[]> pieces) {
        this.left = size;
        this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        if (at == piece.length) {
            piece = pieces.apply(number++);
            at = 0;
            if (piece.length == 0) {
                // Whoever reads has been told how much there is: an end would look like a whole file.
                throw new IOException("The file was removed while it was read");
            }
        }
        var taken = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, buffer, offset, taken);
        at += taken;
        left -= taken;
        return taken;
    }
}
