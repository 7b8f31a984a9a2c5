package org.weft.progress.roundtrip;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.weft.access.Scope;
import org.weft.programs.CycleOption;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressSort;

/**
 * Whose assignments are taken out, and for whom.
 *
 * @param filters the filters that are set, in the reader's words: name and value
 */
public record EditRequest(
        Scope scope,
        CycleOption cycle,
        ProgressFilter filter,
        Map<String, String> filters,
        ProgressSort sort,
        Locale locale,
        ZoneId zone) {}
