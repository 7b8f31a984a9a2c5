package org.weft.people.imports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weft.people.Level;
import org.weft.people.LevelRules;

/**
 * Puts what a row says over what the directory knows. An empty cell says nothing: it leaves the value there is. The
 * level is derived from the job title unless the file, or somebody by hand, has said otherwise.
 */
final class Merge {

    private final ColumnMapping mapping;
    private final LevelRules rules;
    private final Map<String, Level> derived = new HashMap<>();

    Merge(ColumnMapping mapping, LevelRules rules) {
        this.mapping = mapping;
        this.rules = rules;
    }

    /** @param current null for somebody new */
    PersonState apply(PersonRecord entry, @Nullable PersonState current) {
        var title = entry.jobTitle() != null || current == null ? entry.jobTitle() : current.jobTitle();
        var active = entry.active() != null ? entry.active() : current == null || current.active();
        var fixed = fixed(entry, current, title);
        return new PersonState(
                entry.number(),
                entry.name(),
                entry.email() != null || current == null ? entry.email() : current.email(),
                title,
                level(entry, current, title, fixed),
                fixed,
                null,
                null,
                entry.location() != null || current == null ? entry.location() : current.location(),
                entry.timeZone() != null || current == null ? entry.timeZone() : current.timeZone(),
                entry.language() != null || current == null ? entry.language() : current.language(),
                active,
                entry.joinedOn() != null || current == null ? entry.joinedOn() : current.joinedOn(),
                leftOn(entry, current, active));
    }

    private boolean fixed(PersonRecord entry, @Nullable PersonState current, @Nullable String title) {
        return (current != null && current.levelFixed()) || (entry.level() != null && entry.level() != levelOf(title));
    }

    private Level level(PersonRecord entry, @Nullable PersonState current, @Nullable String title, boolean fixed) {
        if (entry.level() != null) {
            return entry.level();
        }
        if (current != null && (fixed || !mapping.has(ImportField.JOB_TITLE))) {
            return current.level();
        }
        return levelOf(title);
    }

    private Level levelOf(@Nullable String title) {
        return title == null ? Level.FRONT_LINE : derived.computeIfAbsent(title, rules::levelOf);
    }

    /** Who comes back has no last day any more. */
    private @Nullable LocalDate leftOn(PersonRecord entry, @Nullable PersonState current, boolean active) {
        if (entry.leftOn() != null || current == null) {
            return entry.leftOn();
        }
        return active && (!current.active() || mapping.has(ImportField.LEFT_ON)) ? null : current.leftOn();
    }
}
