package org.weft.workbook;

import java.util.function.LongConsumer;

/** Counts the rows of all tables of a workbook as they go by. */
final class RowCount {

    private static final int TELL_EVERY = 100;

    private final LongConsumer listener;
    private long rows;

    RowCount(LongConsumer listener) {
        this.listener = listener;
    }

    void next() {
        if (++rows % TELL_EVERY == 0) {
            listener.accept(rows);
        }
    }
}
