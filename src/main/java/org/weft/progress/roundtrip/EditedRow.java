package org.weft.progress.roundtrip;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weft.base.Text;

/**
 * A row of the preview.
 *
 * @param row its number in the file
 * @param name null where nobody is to be seen any more
 * @param changes the fields that differ from what is there
 * @param refusal why some of them cannot be, null where all can
 * @param choice what was decided for what was changed on both sides, null for nothing yet
 */
public record EditedRow(
        int row,
        @Nullable String name,
        @Nullable String number,
        @Nullable String code,
        @Nullable String objective,
        List<EditedField> changes,
        @Nullable String reason,
        @Nullable Text refusal,
        @Nullable Choice choice) {

    public EditedRow {
        changes = List.copyOf(changes);
    }

    /** Whether it asks for a choice, or did. */
    public boolean asks() {
        return changes.stream().anyMatch(change -> change.verdict().compareTo(Verdict.CHANGE) > 0);
    }

    /** Whether the file's can be chosen. */
    public boolean canTakeFile() {
        return changes.stream().noneMatch(change -> change.verdict() == Verdict.REFUSED);
    }

    /**
     * A field that differs. Values are a {@link java.time.LocalDate}, a number, an
     * {@link org.weft.objectives.AssignmentStatus} or a name; null for nobody.
     */
    public record EditedField(
            EditField field,
            @Nullable Object base,
            @Nullable Object now,
            @Nullable Object file,
            Verdict verdict) {}
}
