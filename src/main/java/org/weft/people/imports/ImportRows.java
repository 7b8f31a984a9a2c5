package org.weft.people.imports;

import java.util.List;
import java.util.Set;

/**
 * The rows of a file as they were read, before they are compared with the directory.
 *
 * @param fileName the name the file was uploaded under
 * @param rows all of them, in their order
 * @param records those that say something that can be kept
 * @param numbers the employee numbers of all rows that have a valid one, also of those with problems
 * @param allNumbered whether every row says whom it is about: only then can it be told who is missing in the file
 * @param remarks what is wrong with rows, whatever the directory says
 * @param undecided date columns of which somebody has to say whether day or month comes first
 */
public record ImportRows(
        String fileName,
        ColumnMapping mapping,
        List<MappedRow> rows,
        List<PersonRecord> records,
        Set<String> numbers,
        boolean allNumbered,
        List<Remark> remarks,
        Set<ImportField> undecided) {}
