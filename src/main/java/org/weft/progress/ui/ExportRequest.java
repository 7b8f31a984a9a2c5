package org.weft.progress.ui;

import java.util.List;
import java.util.Map;
import org.weft.access.Scope;
import org.weft.base.Selection;
import org.weft.base.ui.Formats;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressSort;

/**
 * What is on the screen, to be written to a file.
 *
 * @param filters the filters that are set, in the reader's words: name and value
 * @param columns those of the list that are shown, in their order
 */
record ExportRequest(
        Scope scope,
        String cycle,
        ProgressFilter filter,
        Map<String, String> filters,
        ProgressSort sort,
        List<ProgressColumn> columns,
        Selection selection,
        Formats formats) {}
