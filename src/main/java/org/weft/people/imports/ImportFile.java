package org.weft.people.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A file that was opened and whose columns were looked at.
 *
 * @param path where it lies until the import is done or left; whoever put it there deletes it
 * @param name the one it was uploaded under
 * @param sheet the sheet that is read; empty for CSV
 * @param sheets the sheets one could read instead; empty for CSV
 * @param samples a few different values of each column, to be looked at, never stored
 * @param rows how many there are below the header
 * @param mapping what the columns mean, as remembered or recognised
 * @param remembered whether somebody mapped a file with these columns before
 */
public record ImportFile(
        Path path,
        String name,
        String sheet,
        List<String> sheets,
        List<String> header,
        Map<String, List<String>> samples,
        int rows,
        ColumnMapping mapping,
        boolean remembered) {}
