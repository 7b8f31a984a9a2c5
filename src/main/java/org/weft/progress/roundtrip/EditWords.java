package org.weft.progress.roundtrip;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weft.base.Translations;
import org.weft.objectives.AssignmentStatus;

/**
 * The words of the workbook, out and in: it is written in the reader's language and understood in every one, as the file
 * may come back by a colleague of another.
 */
@Component
class EditWords {

    private static final String COHORT_LEAD = "progress.excel.lead.cohort";

    private final Translations translations;
    private final Map<String, EditColumn> columns = new HashMap<>();
    private final Map<String, AssignmentStatus> statuses = new HashMap<>();
    private final List<String> cohortLead;

    EditWords(Translations translations) {
        this.translations = translations;
        for (var language : translations.languages()) {
            for (var column : EditColumn.values()) {
                columns.put(RowKey.plain(translations.translate(column.words(), language)), column);
            }
            for (var status : AssignmentStatus.values()) {
                statuses.put(RowKey.plain(translations.translate("status." + status.name(), language)), status);
            }
        }
        Arrays.stream(AssignmentStatus.values()).forEach(status -> statuses.put(RowKey.plain(status.name()), status));
        cohortLead = translations.languages().stream()
                .map(language -> RowKey.plain(translations.translate(COHORT_LEAD, language)))
                .toList();
    }

    String of(String key, Locale locale, Object... args) {
        return translations.translate(key, locale, args);
    }

    String column(EditColumn column, Locale locale) {
        return of(column.words(), locale);
    }

    String status(AssignmentStatus status, Locale locale) {
        return of("status." + status.name(), locale);
    }

    String cohortLead(Locale locale) {
        return of(COHORT_LEAD, locale);
    }

    /** Where the columns stand, by the names in a header; of two that are called alike the first. */
    Map<EditColumn, Integer> positions(List<String> header) {
        var positions = new EnumMap<EditColumn, Integer>(EditColumn.class);
        for (var position = 0; position < header.size(); position++) {
            var column = columns.get(RowKey.plain(header.get(position)));
            if (column != null) {
                positions.putIfAbsent(column, position);
            }
        }
        return positions;
    }

    Optional<AssignmentStatus> status(String cell) {
        return Optional.ofNullable(statuses.get(RowKey.plain(cell)));
    }

    boolean isCohortLead(String cell) {
        return cohortLead.contains(RowKey.plain(cell));
    }

    /** In words that a list offers. */
    List<String> statuses(Locale locale) {
        return Stream.of(AssignmentStatus.values())
                .map(status -> status(status, locale))
                .toList();
    }
}
