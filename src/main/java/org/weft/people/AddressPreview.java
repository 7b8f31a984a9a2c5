package org.weft.people;

import java.util.List;

/**
 * Which addresses a pattern would give.
 *
 * @param pattern as it was entered
 * @param people those who get an address, in order of name
 * @param numbered how many of them get a number because the plain address is another's
 * @param leftOut names no address can be made of
 */
public record AddressPreview(String pattern, List<Entry> people, int numbered, List<String> leftOut) {

    /** A person and the address they would get. */
    public record Entry(long personId, String name, String address) {}
}
