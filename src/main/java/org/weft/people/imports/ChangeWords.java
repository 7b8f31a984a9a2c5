package org.weft.people.imports;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.weft.audit.Changes;

/** Changes of a person, in short, for the audit trail. */
final class ChangeWords {

    private ChangeWords() {}

    /** Null where there are none. */
    static @Nullable String of(List<FieldChange> changes) {
        var words = new Changes();
        changes.forEach(change -> words.of(
                change.field().name().toLowerCase(Locale.ROOT).replace('_', ' '), change.before(), change.after()));
        var text = words.toString();
        return text.isEmpty() ? null : text;
    }
}
