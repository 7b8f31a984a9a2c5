package org.weft.base;

/**
 * Somebody else changed the thing since it was read. Services throw it when the version given with an edit is no longer
 * the current one; forms answer it by keeping what was typed and offering the other person's values beside it.
 */
public class StaleEditException extends RuntimeException {

    public StaleEditException(String thing, long id) {
        super(thing + " " + id + " was changed by somebody else");
    }
}
