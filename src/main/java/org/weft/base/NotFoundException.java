package org.weft.base;

/** There is no such thing, or the caller may not see it: both look the same from outside. */
public class NotFoundException extends RuntimeException {

    public NotFoundException(String thing, Object id) {
        super("No " + thing + " " + id);
    }
}
