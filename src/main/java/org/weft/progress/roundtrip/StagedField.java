package org.weft.progress.roundtrip;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field of a row that came back.
 *
 * @param base how it was when the file was taken out
 * @param file what the file says, null where it was not edited
 * @param now how it was when Weft last looked
 */
record StagedField<T>(
        @Nullable T base, @Nullable T file, @Nullable T now, Verdict verdict) {

    /** As the file has it; nobody has looked yet. */
    static <T> StagedField<T> of(@Nullable T base, @Nullable T file) {
        return new StagedField<>(base, file == null || file.equals(base) ? null : file, base, Verdict.NONE);
    }

    boolean edited() {
        return file != null;
    }

    /** The same beside what is there now. */
    StagedField<T> seen(@Nullable T there) {
        return seen(there, Objects.equals(file, there));
    }

    /** @param already whether it is there as the file says */
    StagedField<T> seen(@Nullable T there, boolean already) {
        if (file == null || already) {
            return new StagedField<>(base, file, there, Verdict.NONE);
        }
        return new StagedField<>(base, file, there, Objects.equals(base, there) ? Verdict.CHANGE : Verdict.CONFLICT);
    }

    /** The same, which cannot be. */
    StagedField<T> refused() {
        return file == null ? this : new StagedField<>(base, file, now, Verdict.REFUSED);
    }

    boolean changes() {
        return verdict != Verdict.NONE;
    }

    /** Whether it is done, when conflicts are decided so. */
    boolean happens(@Nullable Choice choice) {
        return verdict == Verdict.CHANGE || verdict == Verdict.CONFLICT && choice == Choice.FILE;
    }

    boolean asBefore(StagedField<T> other) {
        return Objects.equals(now, other.now) && verdict == other.verdict;
    }
}
