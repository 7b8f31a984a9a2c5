package org.weft.programs;

/** Where a bulk change says how many people it has come to. */
@FunctionalInterface
public interface BulkProgress {

    BulkProgress SILENT = (done, total) -> {};

    void at(long done, long total);
}
