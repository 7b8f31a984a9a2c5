package org.weft.people.imports;

/** Where an import says how far it is. */
@FunctionalInterface
public interface ImportProgress {

    ImportProgress SILENT = (done, total) -> {};

    /** @param total 0 while it is not known */
    void at(long done, long total);
}
