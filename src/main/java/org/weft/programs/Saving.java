package org.weft.programs;

import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;
import org.weft.base.Text;

/** Says in words what the database says by refusing. */
final class Saving {

    private Saving() {}

    /** For what was read in an earlier version than the one there now. */
    static void requireVersion(String thing, long id, int held, int given) {
        if (held != given) {
            throw new StaleEditException(thing, id);
        }
    }

    /**
     * Runs a save that flushes. The unique name is the only constraint input can break once references were checked, so
     * a violation means that somebody took the name first, however close in time.
     */
    static <T> T named(String thing, long id, String name, Supplier<T> save) {
        try {
            return save.get();
        } catch (OptimisticLockingFailureException e) {
            throw new StaleEditException(thing, id);
        } catch (DataIntegrityViolationException e) {
            throw new InvalidInputException("name", Text.of("programs.error.nameTaken", name));
        }
    }
}
