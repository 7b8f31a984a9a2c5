package org.weft.workbook;

import java.util.function.Consumer;

/** Where the rows of a sheet come from. They are asked for once, and written as they come: none is kept. */
@FunctionalInterface
public interface Rows<T> {

    /** Hands every row to the sink, in order. */
    void forEach(Consumer<? super T> sink);

    /** The rows of a list, or of anything that can be walked through. */
    static <T> Rows<T> of(Iterable<? extends T> rows) {
        return sink -> rows.forEach(sink);
    }
}
