package org.weft.people;

import java.util.Set;

/**
 * These people are in another time zone from now on. Published inside the transaction of the change, after it.
 *
 * @param personIds at least one; nobody who is new
 */
public record TimeZoneChanged(Set<Long> personIds) {}
